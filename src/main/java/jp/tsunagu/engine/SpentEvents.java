package jp.tsunagu.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * What an instance no longer waits for: a reminder that has come, and everything that an interrupting event has ended. The
 * engine's migration would begin to wait for it anew.
 */
final class SpentEvents {

    private final ProcessEngine engine;
    private final String instance;
    private final Set<String> waiting = new HashSet<>();
    private final Set<String> spent;
    private final boolean interrupted;

    /** @param former what the version of the diagram that it is on waits for beside its steps */
    SpentEvents(ProcessEngine engine, String instance, List<WaitingEvent> former) {
        this.engine = engine;
        this.instance = instance;
        Set<String> at = new HashSet<>();
        subscriptions().forEach(one -> {
            waiting.add(one.getId());
            at.add(one.getActivityId());
        });
        timers().forEach(one -> {
            waiting.add(one.getId());
            at.add(one.getActivityId());
        });
        var tree = engine.getRuntimeService().getActivityInstance(instance);
        spent = former.stream()
                .filter(event -> !at.contains(event.at()))
                .filter(event -> event.scope() == null || tree.getActivityInstances(event.scope()).length > 0)
                .map(WaitingEvent::at)
                .collect(Collectors.toSet());
        List<WaitingEvent> ofProcess =
                former.stream().filter(event -> event.scope() == null).toList();
        interrupted = !ofProcess.isEmpty() && ofProcess.stream().allMatch(event -> spent.contains(event.at()));
    }

    /** After the migration, in a command of its own. */
    void stayAway(List<WaitingEvent> now) {
        Set<String> away = new HashSet<>(spent);
        now.stream().filter(event -> interrupted && event.scope() == null).forEach(event -> away.add(event.at()));
        subscriptions()
                .filter(one -> !waiting.contains(one.getId()) && away.contains(one.getActivityId()))
                .forEach(EventSubscriptionEntity::delete);
        timers().filter(one -> !waiting.contains(one.getId()) && away.contains(one.getActivityId()))
                .forEach(JobEntity::delete);
    }

    private Stream<EventSubscriptionEntity> subscriptions() {
        return engine.getRuntimeService().createEventSubscriptionQuery().processInstanceId(instance).list().stream()
                .map(EventSubscriptionEntity.class::cast);
    }

    private Stream<JobEntity> timers() {
        return Context.getCommandContext().getJobManager().findJobsByProcessInstanceId(instance).stream()
                .filter(job -> job.getActivityId() != null);
    }
}
