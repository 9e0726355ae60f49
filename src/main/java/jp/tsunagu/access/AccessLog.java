package jp.tsunagu.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import jp.tsunagu.access.log.ActKind;
import jp.tsunagu.access.log.Origin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The record of who read or changed which case, from where and why (要領 第12条). Rows are only added; the database refuses
 * anything else, and {@code access.log.Sealer} seals them. It is written in the transaction of the act, so that no act goes
 * unrecorded, by one statement however many cases the act is about. Nothing of a person stands in it: a case is its number.
 */
@Component
public class AccessLog {

    private final JdbcClient database;
    private final Clock clock;

    AccessLog(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Adds a record.
     *
     * @param caseNumber null for an act over all cases
     * @param action what was done, a word of {@link ActKind}
     * @param step the step of the procedure or part of the case, or null
     * @throws IllegalArgumentException if the word is not on the list
     */
    public void record(String user, String caseNumber, String action, String step) {
        record(user, caseNumber, action, step, null);
    }

    /**
     * Adds a record of an act for which a reason was given.
     *
     * @param reason a fixed word for it, at most 100 characters; never what somebody typed, in which a person may be named
     */
    public void record(String user, String caseNumber, String action, String step, String reason) {
        insert(user, caseNumber, action, step, reason, null);
    }

    /**
     * Adds a record of a search over all cases, or of an export of many: never what was searched for.
     *
     * @param keys by which kinds of keys, such as name or date of birth
     * @param hits how many were found
     */
    public void recordSearch(String user, String action, String keys, int hits) {
        insert(user, null, action, keys, null, hits);
    }

    private void insert(String user, String caseNumber, String action, String step, String reason, Integer hits) {
        database.sql("""
                        insert into access_record (at, user_id, case_number, kind, action, step, client, reason, hits)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        OffsetDateTime.now(clock),
                        user,
                        caseNumber,
                        ActKind.of(action).label(),
                        action,
                        step,
                        Origin.address(),
                        reason,
                        hits)
                .update();
    }

    /** Adds the same record of each of these cases. */
    public void recordEach(String user, Collection<String> caseNumbers, String action, String step) {
        add(null, user, caseNumbers, action, step);
    }

    /**
     * Adds a record of each of these cases, unless this person has one of the same action since then: lists are opened all
     * day, and what counts is who saw the case in them on which day.
     */
    public void recordOnceSince(OffsetDateTime since, String user, Collection<String> caseNumbers, String action) {
        add(since, user, caseNumbers, action, null);
    }

    private void add(OffsetDateTime since, String user, Collection<String> caseNumbers, String action, String step) {
        if (caseNumbers.isEmpty()) {
            return;
        }
        String unlessSince = """
                 where not exists (
                  select 1 from access_record r
                  where r.case_number = shown.case_number and r.at >= :since and r.user_id = :user and r.action = :action)
                """;
        JdbcClient.StatementSpec statement = database.sql("""
                        insert into access_record (at, user_id, case_number, kind, action, step, client)
                        select :now, :user, shown.case_number, :kind, :action, :step, :client
                        from unnest(cast(:numbers as varchar[])) as shown (case_number)
                        """ + (since == null ? "" : unlessSince))
                .param("now", OffsetDateTime.now(clock))
                .param("user", user)
                .param("kind", ActKind.of(action).label())
                .param("action", action)
                .param("step", step, java.sql.Types.VARCHAR)
                .param("client", Origin.address(), java.sql.Types.VARCHAR)
                .param("numbers", List.copyOf(caseNumbers).toArray(String[]::new));
        (since == null ? statement : statement.param("since", since)).update();
    }
}
