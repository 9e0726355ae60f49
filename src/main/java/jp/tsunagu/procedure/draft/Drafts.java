package jp.tsunagu.procedure.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.ProcedureSets;
import jp.tsunagu.procedure.ProcedureArchive;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.draft.Draft.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps every 改定案 with the files that differ from its base. */
@Component
public class Drafts {

    private static final String COLUMNS = "id, title, reason, base_set, state, created_by, created_at";

    private final JdbcClient database;
    private final ProcedureArchive archive;
    private final ProcedureSets sets;
    private final Members members;
    private final Clock clock;

    Drafts(JdbcClient database, ProcedureArchive archive, ProcedureSets sets, Members members, Clock clock) {
        this.database = database;
        this.archive = archive;
        this.sets = sets;
        this.members = members;
        this.clock = clock;
    }

    /** Begins a change of the procedure that is in force. */
    @Transactional
    public Draft begin(String title, String reason, String person) {
        return database.sql("insert into procedure_draft (title, reason, base_set, state, created_by, created_at)"
                        + " values (?, ?, ?, ?, ?, ?) returning " + COLUMNS)
                .params(title, reason, sets.current(), State.EDITING.name(), person, OffsetDateTime.now(clock))
                .query((row, number) -> draft(row))
                .single();
    }

    /** @throws NoSuchElementException if there is none */
    public Draft draft(int id) {
        return database.sql("select " + COLUMNS + " from procedure_draft where id = ?")
                .params(id)
                .query((row, number) -> draft(row))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("改定案 " + id + " はありません。"));
    }

    /** The latest first. */
    public List<Draft> all() {
        return database.sql("select " + COLUMNS + " from procedure_draft order by id desc")
                .query((row, number) -> draft(row))
                .list();
    }

    /** What differs from the base. */
    public List<DraftFile> changed(int id) {
        return database.sql("""
                        select name, revision, content is null, changed_by, changed_at
                        from procedure_draft_file where draft_id = ? order by name""")
                .params(id)
                .query((row, number) -> new DraftFile(
                        row.getString(1),
                        row.getInt(2),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class)))
                .list();
    }

    /** The whole procedure as it would be. */
    public ProcedureFiles files(int id) {
        Map<String, byte[]> contents =
                new TreeMap<>(archive.files(draft(id).baseSet()).contents());
        database.sql("select name, content from procedure_draft_file where draft_id = ?")
                .params(id)
                .query(row -> {
                    byte[] content = row.getBytes(2);
                    if (content == null) {
                        contents.remove(row.getString(1));
                    } else {
                        contents.put(row.getString(1), content);
                    }
                });
        return ProcedureFiles.of(contents);
    }

    /**
     * Saves one file.
     *
     * @param content null if the procedure is to be without it
     * @param seen the revision that was changed; 0 for the file of the base
     * @return the revision it has now
     * @throws StaleRevisionException if somebody saved another one meanwhile
     * @throws IllegalStateException if the 改定案 is not being edited any more
     */
    @Transactional
    public int save(int id, String name, byte[] content, int seen, String person) {
        int next = nextRevision(id);
        int present = revision(id, name);
        if (present != seen) {
            throw new StaleRevisionException(changedBy(id, name));
        }
        database.sql("""
                        insert into procedure_draft_file (draft_id, name, content, revision, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (draft_id, name) do update set content = excluded.content, changed_by = excluded.changed_by,
                          changed_at = excluded.changed_at, revision = excluded.revision""")
                .params(id, name, content, next, person, OffsetDateTime.now(clock))
                .update();
        return next;
    }

    /** The revision of a file to be seen before it is saved over; 0 for the file of the base. */
    public int revision(int id, String name) {
        return database.sql("select revision from procedure_draft_file where draft_id = ? and name = ?")
                .params(id, name)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Counts the changes of a 改定案: what was found out about one state holds until the next number. */
    int revisions(int id) {
        return database.sql("select revisions from procedure_draft where id = ?")
                .params(id)
                .query(Integer.class)
                .single();
    }

    /**
     * Makes one file again what it is in the base.
     *
     * @throws StaleRevisionException if somebody saved another one meanwhile
     * @throws IllegalStateException if the 改定案 is not being edited any more
     */
    @Transactional
    public void undo(int id, String name, int seen) {
        nextRevision(id);
        int undone = database.sql("delete from procedure_draft_file where draft_id = ? and name = ? and revision = ?")
                .params(id, name, seen)
                .update();
        if (undone == 0) {
            throw new StaleRevisionException(changedBy(id, name));
        }
    }

    /** Serialises those who change the same 改定案. */
    private int nextRevision(int id) {
        return database.sql("update procedure_draft set revisions = revisions + 1 where id = ? and state = ?"
                        + " returning revisions")
                .params(id, State.EDITING.name())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new DraftClosedException("この改定案は編集中ではないので、変えられません。"));
    }

    private String changedBy(int id, String name) {
        return changed(id).stream()
                .filter(file -> file.name().equals(name))
                .map(file -> members.nameOf(file.changedBy()) + " さん")
                .findFirst()
                .orElse("ほかの人");
    }

    /**
     * Moves it on.
     *
     * @throws IllegalStateException if it is not (any more) where it is thought to be
     */
    @Transactional
    public void move(int id, State from, State to) {
        int moved = database.sql("update procedure_draft set state = ? where id = ? and state = ?")
                .params(to.name(), id, from.name())
                .update();
        if (moved == 0) {
            throw new DraftClosedException("この改定案は、ほかの人がすでに先へ進めたか取り下げました。ページを開き直してください。");
        }
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                State.valueOf(row.getString(5)),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class));
    }
}
