package jp.tsunagu.work;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.Members;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands still or is wrong at this moment, the oldest first. Case numbers and roles, nothing about a person. */
@Component
class WatchList {

    private static final int MOST = 1000;

    private final JdbcClient database;
    private final Members members;

    WatchList(JdbcClient database, Members members) {
        this.database = database;
        this.members = members;
    }

    /**
     * A line.
     *
     * @param caseNumber null for a job of the engine itself
     * @param step the task's name; null where it is about the case as a whole
     * @param forWhom who has to act
     */
    record Line(String caseNumber, String what, String step, OffsetDateTime since, String forWhom) {}

    /** 主任 reads all that concerns cases, anybody else what is brought before them. */
    List<Line> of(String user, Collection<String> groups) {
        return database.sql("""
                        select * from (
                          select a.case_number, a.level as kind, t.name_ as step, a.raised_at, a.raised_for
                          from task_alert a join act_ru_task t on t.id_ = a.task_id
                          where a.settled_at is null and a.level <> 'warning'
                          union all
                          select case_number, kind, null, raised_at, raised_for from case_alert where settled_at is null
                        ) open_alert
                        where (raised_for in (:groups) or raised_for = :user or :chief and raised_for <> :administrator)
                          and (case_number is null or case_number not in (select hidden_from(:user)))
                        order by raised_at, case_number limit :most
                        """)
                .param("groups", groups)
                .param("user", user)
                .param("chief", groups.contains(Roles.CHIEF))
                .param("administrator", Roles.SYSTEM_ADMINISTRATOR)
                .param("most", MOST)
                .query((row, number) -> new Line(
                        row.getString(1),
                        what(row.getString(2)),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class)
                                .atZoneSameInstant(WorkingDays.TOKYO)
                                .toOffsetDateTime(),
                        name(row.getString(5))))
                .list();
    }

    private static String what(String kind) {
        for (AlertLevel level : AlertLevel.values()) {
            if (level.key().equals(kind)) {
                return level.label();
            }
        }
        return CaseAlert.of(kind).label();
    }

    private String name(String roleOrUser) {
        String role = Accounts.groupNames().get(roleOrUser);
        return role == null ? members.nameOf(roleOrUser) : role;
    }
}
