package jp.tsunagu.access;

import java.time.Clock;
import java.time.OffsetDateTime;
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
     * @param action what was done, a fixed Japanese word such as 閲覧 or 記録
     * @param step the step of the procedure, or null
     */
    public void record(String user, String caseNumber, String action, String step) {
        database.sql("insert into access_record (at, user_id, case_number, action, step) values (?, ?, ?, ?, ?)")
                .params(OffsetDateTime.now(clock), user, caseNumber, action, step)
                .update();
    }
}
