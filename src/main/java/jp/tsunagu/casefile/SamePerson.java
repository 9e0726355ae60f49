package jp.tsunagu.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Vault;
import jp.tsunagu.engine.RefusedException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 名寄せ: two records of one person count as one. Nothing is copied or moved: each record keeps its columns, its cases and
 * their numbers. A row says which two somebody found to be the same, and undoing it is another row: so it leaves no trace,
 * whatever was written meanwhile.
 */
@Component
public class SamePerson {

    /** All records that count as the person of a case. */
    private static final String RECORDS = """
            with recursive record as (
              select person_id as id from support_case where case_number = :case
              union select s.same from same_person s join record r on s.person = r.id) """;

    private final AccessLog accessLog;
    private final JdbcClient database;
    private final Vault vault;
    private final Clock clock;

    SamePerson(AccessLog accessLog, JdbcClient database, Vault vault, Clock clock) {
        this.accessLog = accessLog;
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** A case, as far as its number and state tell. */
    public record CaseOfPerson(String number, LocalDate receivedOn, CaseStatus status) {}

    /**
     * A 名寄せ, or that it was undone.
     *
     * @param undoes the one that it undoes, or null
     * @param stands false if it was undone, or is itself an undoing
     */
    public record Merge(
            UUID id,
            UUID undoes,
            String oneCase,
            String otherCase,
            String reason,
            String by,
            OffsetDateTime at,
            boolean stands) {}

    /** The other cases of the person whose case this is, the oldest first, as far as somebody may know of them. */
    @Transactional(readOnly = true)
    public List<CaseOfPerson> others(String user, String caseNumber) {
        return database.sql(RECORDS + """
                        select c.case_number, c.received_on, c.status from record join support_case c on c.person_id = record.id
                        where c.case_number <> :case and c.case_number not in (select hidden_from(:user))
                        order by c.received_on, c.case_number
                        """)
                .param("case", caseNumber)
                .param("user", user)
                .query((row, number) -> new CaseOfPerson(
                        row.getString(1), row.getObject(2, LocalDate.class), CaseStatus.valueOf(row.getString(3))))
                .list();
    }

    @Transactional(readOnly = true)
    public boolean isSame(String one, String other) {
        return records(one).contains(person(other));
    }

    /** What was merged and undone around this person, the latest first, without what names a case that is kept from this user. */
    @Transactional(readOnly = true)
    public List<Merge> merges(String user, String caseNumber) {
        return database.sql(RECORDS + """
                        select m.*, m.undoes is null and not exists (
                          select 1 from person_merge u where u.undoes = m.id) as stands
                        from person_merge m
                        where (m.one_person in (select id from record) or m.other_person in (select id from record))
                          and m.one_case not in (select hidden_from(:user)) and m.other_case not in (select hidden_from(:user))
                        order by m.done_at desc, m.undoes nulls last
                        """)
                .param("case", caseNumber)
                .param("user", user)
                .query((row, number) -> new Merge(
                        row.getObject("id", UUID.class),
                        row.getObject("undoes", UUID.class),
                        row.getString("one_case"),
                        row.getString("other_case"),
                        vault.text(reason(row.getObject("id", UUID.class)), row.getBytes("reason")),
                        row.getString("done_by"),
                        row.getObject("done_at", OffsetDateTime.class),
                        row.getBoolean("stands")))
                .list();
    }

    /**
     * From now on the persons of these two cases are one. Two who merge at the same moment wait for each other, so that no
     * two are ever joined twice over, and undoing one merge parts them again.
     *
     * @throws RefusedException if they are the same already
     */
    @Transactional
    public void merge(String oneCase, String otherCase, String reason, String by) {
        List<UUID> all = new ArrayList<>(records(oneCase));
        all.addAll(records(otherCase));
        database.sql("select id from person where id in (:all) order by id for update")
                .param("all", all)
                .query(UUID.class)
                .list();
        if (isSame(oneCase, otherCase)) {
            throw RefusedException.ofAct("この2つのケースは、もう同じ人として扱っています。");
        }
        record(null, oneCase, otherCase, reason, by);
    }

    /**
     * Undoes one merge: what is joined by others stays joined.
     *
     * @throws RefusedException if it was undone before
     */
    @Transactional
    public void undo(String caseNumber, UUID merge, String reason, String by) {
        Merge standing = merges(by, caseNumber).stream()
                .filter(one -> one.id().equals(merge) && one.stands())
                .findFirst()
                .orElseThrow(SamePerson::undoneBefore);
        try {
            record(merge, standing.oneCase(), standing.otherCase(), reason, by);
        } catch (DuplicateKeyException somebodyElse) {
            throw undoneBefore();
        }
    }

    private void record(UUID undoes, String oneCase, String otherCase, String reason, String by) {
        insert(undoes, oneCase, otherCase, reason, by);
        String action = undoes == null ? "名寄せ" : "名寄せの取り消し";
        accessLog.recordEach(by, List.of(oneCase, otherCase), action, null);
    }

    /** Joins what was joined through a record that goes (廃棄), in the transaction of the caller: nobody merges anything anew. */
    public void carryOver(String oneCase, String otherCase, String reason, String by) {
        insert(null, oneCase, otherCase, reason, by);
    }

    private void insert(UUID undoes, String oneCase, String otherCase, String reason, String by) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into person_merge
                          (id, undoes, one_person, other_person, one_case, other_case, reason, done_by, done_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        undoes,
                        person(oneCase),
                        person(otherCase),
                        oneCase,
                        otherCase,
                        vault.seal(reason(id), reason),
                        by,
                        OffsetDateTime.now(clock))
                .update();
    }

    private static Place reason(UUID merge) {
        return Place.of("person_merge.reason", merge);
    }

    private List<UUID> records(String caseNumber) {
        return database.sql(RECORDS + "select id from record")
                .param("case", caseNumber)
                .query(UUID.class)
                .list();
    }

    private UUID person(String caseNumber) {
        return database.sql("select person_id from support_case where case_number = ?")
                .param(caseNumber)
                .query(UUID.class)
                .single();
    }

    private static RefusedException undoneBefore() {
        return RefusedException.ofAct("この名寄せは、もう取り消されています。");
    }
}
