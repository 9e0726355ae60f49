package jp.tsunagu.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The record of who read or changed which case (要領 第12条). Rows are only added; the database refuses anything else. It is
 * written in the transaction of the act, so that no act goes unrecorded.
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
     * @param caseNumber null for a search over all cases
     * @param action what was done, a fixed Japanese word such as 閲覧 or 記録
     * @param step the step of the procedure, or null
     */
    public void record(String user, String caseNumber, String action, String step) {
        database.sql("insert into access_record (at, user_id, case_number, action, step) values (?, ?, ?, ?, ?)")
                .params(OffsetDateTime.now(clock), user, caseNumber, action, step)
                .update();
    }

    /**
     * Adds a record of each of these cases, unless this person has one of the same action since then: lists are opened all
     * day, and what counts is who saw the case in them on which day.
     */
    public void recordOnceSince(OffsetDateTime since, String user, Collection<String> caseNumbers, String action) {
        if (caseNumbers.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into access_record (at, user_id, case_number, action)
                        select :now, :user, shown.case_number, :action
                        from unnest(cast(:numbers as varchar[])) as shown (case_number)
                        where not exists (
                          select 1 from access_record r
                          where r.case_number = shown.case_number and r.at >= :since and r.user_id = :user
                            and r.action = :action)
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("since", since)
                .param("user", user)
                .param("numbers", caseNumbers.toArray(String[]::new))
                .param("action", action)
                .update();
    }
}
