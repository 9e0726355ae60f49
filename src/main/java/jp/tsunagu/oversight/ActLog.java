package jp.tsunagu.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.work.StandstillReason;
import jp.tsunagu.work.SupervisorAct;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What supervisors did about cases that are stuck. Rows are only added; the database refuses anything else. */
@Component
class ActLog {

    private final AccessLog accessLog;
    private final JdbcClient database;
    private final Clock clock;

    ActLog(AccessLog accessLog, JdbcClient database, Clock clock) {
        this.accessLog = accessLog;
        this.database = database;
        this.clock = clock;
    }

    /**
     * An act.
     *
     * @param toWhom an account or a role, or null
     * @param reason null unless staff gave one
     */
    record Line(
            String activityId,
            LocalDate on,
            String by,
            SupervisorAct act,
            String toWhom,
            StandstillReason reason,
            LocalDate nextOn) {}

    void add(StuckStay stay, String by, SupervisorAct act, String toWhom) {
        add(stay, by, act, toWhom, null, null);
    }

    void note(StuckStay stay, String by, StandstillReason reason, LocalDate nextOn) {
        add(stay, by, SupervisorAct.NOTED, null, reason.key(), nextOn);
    }

    private void add(StuckStay stay, String by, SupervisorAct act, String toWhom, String reason, LocalDate nextOn) {
        accessLog.record(by, stay.caseNumber(), "滞留への対応", stay.step());
        database.sql("""
                        insert into oversight_act
                          (at, by_user, case_number, activity_id, task_id, step, act, to_whom, reason, next_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        OffsetDateTime.now(clock),
                        by,
                        stay.caseNumber(),
                        stay.activityId(),
                        stay.taskId(),
                        stay.step(),
                        act.key(),
                        toWhom,
                        reason,
                        nextOn)
                .update();
    }

    /** The latest of each kind about each of these stays, the newest first. */
    Map<String, List<Line>> latest(Collection<String> activityIds) {
        return database
                .sql("""
                        select * from (
                          select distinct on (activity_id, act) activity_id, at, by_user, act, to_whom, reason, next_on, id
                          from oversight_act where activity_id = any (cast(:ids as varchar[]))
                          order by activity_id, act, id desc) a
                        order by id desc
                        """)
                .param("ids", activityIds.toArray(String[]::new))
                .query((row, number) -> new Line(
                        row.getString("activity_id"),
                        row.getObject("at", OffsetDateTime.class)
                                .atZoneSameInstant(WorkingDays.TOKYO)
                                .toLocalDate(),
                        row.getString("by_user"),
                        SupervisorAct.of(row.getString("act")).orElseThrow(),
                        row.getString("to_whom"),
                        StandstillReason.of(row.getString("reason")).orElse(null),
                        row.getObject("next_on", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Line::activityId));
    }
}
