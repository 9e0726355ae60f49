package jp.tsunagu.work;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.TaskFacts;
import jp.tsunagu.engine.TaskWatch;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps, with every task that begins, when its owner is warned and when it is brought before the next person up: reckoned
 * once, so that the sweep reads dates and decides nothing.
 */
@Component
class TaskDeadlines implements TaskWatch {

    private final StepTargets targets;
    private final StepDays days;
    private final NextUp nextUp;
    private final WorkingDays workingDays;
    private final JdbcClient database;

    TaskDeadlines(StepTargets targets, StepDays days, NextUp nextUp, WorkingDays workingDays, JdbcClient database) {
        this.targets = targets;
        this.days = days;
        this.nextUp = nextUp;
        this.workingDays = workingDays;
        this.database = database;
    }

    @Override
    public void begun(TaskFacts task, VariableScope scope, Date due) {
        if (due == null || task.caseNumber() == null) {
            return;
        }
        Optional<StepTarget> row = targets.find(scope, task.step());
        Optional<StepTarget> inDays = row.filter(target -> !target.byClock());
        boolean legal = row.filter(StepTarget::legal).isPresent();
        OffsetDateTime target = at(due.toInstant());
        OffsetDateTime warning =
                inDays.map(found -> opening(days.warning(scope, found))).orElse(null);
        OffsetDateTime escalation = inDays.filter(found -> found.escalationDays() > 0)
                .map(found -> closing(days.escalation(scope, found)))
                .orElse(null);
        String role = role(task);
        NextUp.Told told = nextUp.of(role, legal);
        database.sql("""
                        insert into task_deadline (task_id, process_instance_id, case_number, step, role, overdue_to,
                          escalated_to, legal, by_clock, reckoned_on, warning_at, target_at, escalation_at, next_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        task.taskId(),
                        task.processInstanceId(),
                        task.caseNumber(),
                        task.step(),
                        role,
                        told.overdue(),
                        told.escalated(),
                        legal,
                        inDays.isEmpty(),
                        inDays.map(found -> days.reckonedTarget(scope, found)).orElseGet(() -> day(target)),
                        warning,
                        target,
                        escalation,
                        Stream.of(Optional.ofNullable(warning), Optional.of(target), Optional.ofNullable(escalation))
                                .flatMap(Optional::stream)
                                .min(OffsetDateTime::compareTo)
                                .orElseThrow())
                .update();
    }

    /** Whose work it is; where the diagram works the groups out, the first of them. */
    private static String role(TaskFacts task) {
        return task.ownRole() != null
                ? task.ownRole()
                : task.candidateGroups().stream().sorted().findFirst().orElse("");
    }

    private OffsetDateTime opening(LocalDate day) {
        return offset(workingDays.openingTime(day));
    }

    private OffsetDateTime closing(LocalDate day) {
        return offset(workingDays.closingTime(day));
    }

    private static OffsetDateTime offset(ZonedDateTime time) {
        return time.toOffsetDateTime();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(WorkingDays.TOKYO).toOffsetDateTime();
    }

    private static LocalDate day(OffsetDateTime time) {
        return time.atZoneSameInstant(WorkingDays.TOKYO).toLocalDate();
    }
}
