package jp.tsunagu.needtoknow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of 理由を述べて閲覧. */
@Component
class ViewingTable {

    /** More than a page of judged ones is the access log's. */
    private static final int MOST = 100;

    private final JdbcClient database;
    private final Vault vault;

    ViewingTable(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * One viewing.
     *
     * @param until reading ends then
     * @param judgement null until 主任 has looked at it
     */
    record Viewing(
            UUID id,
            String caseNumber,
            String user,
            String reason,
            String note,
            OffsetDateTime at,
            OffsetDateTime until,
            String judgement,
            String judgedBy,
            String judgedNote) {

        private static Viewing read(ResultSet row, Vault vault) throws SQLException {
            UUID id = row.getObject("id", UUID.class);
            return new Viewing(
                    id,
                    row.getString("case_number"),
                    row.getString("user_id"),
                    row.getString("reason"),
                    vault.text(noteOf(id), row.getBytes("note")),
                    row.getObject("at", OffsetDateTime.class),
                    row.getObject("until", OffsetDateTime.class),
                    row.getString("judgement"),
                    row.getString("judged_by"),
                    vault.text(judgedNoteOf(id), row.getBytes("judged_note")));
        }
    }

    private Viewing read(ResultSet row, int number) throws SQLException {
        return Viewing.read(row, vault);
    }

    private static Place noteOf(UUID viewing) {
        return Place.of("case_viewing.note", viewing);
    }

    private static Place judgedNoteOf(UUID viewing) {
        return Place.of("case_viewing.judged_note", viewing);
    }

    void add(Viewing viewing) {
        database.sql("""
                        insert into case_viewing (id, case_number, user_id, reason, note, at, until)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        viewing.id(),
                        viewing.caseNumber(),
                        viewing.user(),
                        viewing.reason(),
                        vault.seal(noteOf(viewing.id()), viewing.note()),
                        viewing.at(),
                        viewing.until())
                .update();
    }

    /** Those of these cases that this person may read for a reason at this moment. */
    List<String> inForce(String user, Collection<String> caseNumbers, OffsetDateTime now) {
        return database.sql("""
                        select distinct case_number from case_viewing
                        where user_id = :user and case_number in (:numbers) and at <= :now and until > :now
                        """)
                .param("user", user)
                .param("numbers", caseNumbers)
                .param("now", now)
                .query(String.class)
                .list();
    }

    /** True if 主任 has objected to this person's reading this case since then. */
    boolean isObjected(String user, String caseNumber, OffsetDateTime since) {
        return database.sql("""
                        select exists (select 1 from case_viewing
                          where user_id = ? and case_number = ? and judgement = 'OBJECTED' and judged_at >= ?)
                        """)
                .params(user, caseNumber, since)
                .query(Boolean.class)
                .single();
    }

    Optional<Viewing> find(UUID id) {
        return database.sql("select * from case_viewing where id = ? for update")
                .param(id)
                .query(this::read)
                .optional();
    }

    /** What 主任 has still to look at, the oldest first; of restricted cases only those that this 主任 is named in. */
    List<Viewing> open(String user) {
        return database.sql("""
                        select * from case_viewing where judgement is null
                          and case_number not in (select hidden_from(?)) order by at limit ?
                        """).params(user, MOST).query(this::read).list();
    }

    /** What was looked at last. */
    List<Viewing> judged(String user) {
        return database.sql("""
                        select * from case_viewing where judgement is not null
                          and case_number not in (select hidden_from(?)) order by judged_at desc limit ?
                        """).params(user, MOST).query(this::read).list();
    }

    /** Somebody's own. */
    List<Viewing> of(String user) {
        return database.sql("""
                        select * from case_viewing where user_id = ?
                          and case_number not in (select hidden_from(user_id)) order by at desc limit ?
                        """).params(user, MOST).query(this::read).list();
    }

    /** An objection ends the reading at once. */
    void judge(UUID id, String judgement, String by, OffsetDateTime now, String note) {
        database.sql("""
                        update case_viewing set judgement = :judgement, judged_by = :by, judged_at = :now, judged_note = :note,
                          until = case when :judgement = 'OBJECTED' then least(until, :now) else until end
                        where id = :id
                        """)
                .param("judgement", judgement)
                .param("by", by)
                .param("now", now)
                .param("note", vault.seal(judgedNoteOf(id), note))
                .param("id", id)
                .update();
    }
}
