package jp.tsunagu.procedure.publish;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.tsunagu.engine.InstanceMigration;
import jp.tsunagu.engine.MigrationRefusedException;
import jp.tsunagu.procedure.publish.CaseSnapshot.Instance;
import jp.tsunagu.procedure.publish.CaseSnapshot.Timer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings one case with all its processes onto another procedure, in the transaction of the caller, and looks whether everything
 * is as promised. The same for the trial and in earnest.
 */
@Component
class CaseMover {

    private final CaseReader reader;
    private final InstanceMigration migration;
    private final JdbcClient database;

    CaseMover(CaseReader reader, InstanceMigration migration, JdbcClient database) {
        this.reader = reader;
        this.migration = migration;
        this.database = database;
    }

    /** @throws CannotMoveException if the case cannot be there as promised; the transaction has to be rolled back */
    void move(String caseNumber, CaseSnapshot before, Target target) {
        before.instances().stream()
                .filter(one -> !target.definitions().containsKey(one.process()))
                .findFirst()
                .ifPresent(one -> {
                    throw new CannotMoveException("動いている手続「" + one.process() + "」が、新しい手続一式にはありません。", List.of());
                });
        before.instances().forEach(one -> move(one, target));
        touch(before);
        putDaysBack(before, reader.read(caseNumber), target);
        nameSteps(caseNumber);
        new Promise(before, reader.read(caseNumber), target, migration::events)
                .broken()
                .ifPresent(broken -> {
                    throw new CannotMoveException(broken, List.of());
                });
    }

    /** Keeps nothing of a version of a diagram that was only tried. */
    void forget(String definitionId) {
        migration.forget(definitionId);
    }

    private void move(Instance one, Target target) {
        String to = target.definitions().get(one.process());
        Map<String, String> steps = target.steps().getOrDefault(one.process(), Map.of());
        try {
            if (!to.equals(one.definition())) {
                migration.move(one.id(), one.definition(), to, steps);
            }
            if (!Objects.equals(one.set(), target.set())) {
                migration.put(one.id(), target.set());
            }
        } catch (MigrationRefusedException e) {
            throw new CannotMoveException(
                    e.getMessage(),
                    e.gone().stream().map(step -> one.process() + "/" + step).toList());
        }
    }

    /** A timer that acts on the case in this very moment has read the former procedure: its act must fail and begin anew. */
    private void touch(CaseSnapshot before) {
        database.sql("update act_ru_execution set rev_ = rev_ + 1 where proc_inst_id_ in (:all)")
                .param("all", before.instances().stream().map(Instance::id).toList())
                .update();
    }

    /** A timer that began to wait anew, as itself or as the one that takes its place, waits for the day that was set. */
    private void putDaysBack(CaseSnapshot before, CaseSnapshot after, Target target) {
        Map<String, Timer> now = after.timers().stream().collect(Collectors.toMap(Timer::id, one -> one));
        Map<String, Timer> then = before.timers().stream().collect(Collectors.toMap(Timer::id, one -> one));
        Map<String, Deque<Timer>> gone = new HashMap<>();
        before.instances()
                .forEach(instance -> before.timers().stream()
                        .filter(one -> one.instance().equals(instance.id()) && one.at() != null && one.due() != null)
                        .filter(one -> !now.containsKey(one.id()))
                        .sorted(Comparator.comparing(Timer::due))
                        .forEach(one -> gone.computeIfAbsent(
                                        one.instance() + "/" + target.step(instance.process(), one.at()),
                                        first -> new ArrayDeque<>())
                                .add(one)));
        for (Timer one : after.timers()) {
            Timer former = then.containsKey(one.id())
                    ? then.get(one.id())
                    : gone.getOrDefault(one.instance() + "/" + one.at(), new ArrayDeque<>())
                            .poll();
            if (former != null && former.due() != null && !former.due().equals(one.due())) {
                migration.due(one.id(), Date.from(former.due().toInstant()));
            }
        }
    }

    /** What is kept beside the engine's tasks follows a task to the step it is now. */
    private void nameSteps(String caseNumber) {
        for (String kept : List.of("task_deadline", "task_alert")) {
            database.sql("update " + kept + " k set step = t.task_def_key_ from act_ru_task t "
                            + "where t.id_ = k.task_id and k.case_number = ? and k.step <> t.task_def_key_")
                    .param(caseNumber)
                    .update();
        }
    }
}
