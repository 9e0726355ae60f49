package jp.tsunagu.engine;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationInstructionBuilder;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Brings a running instance onto another version of its diagram. A step goes on in the step of the same id or in the one that
 * somebody chose for it. What waits for a day keeps that day; only where what is waited for has itself changed does it begin
 * to wait for the new thing.
 */
@Component
public class InstanceMigration {

    private final ProcessEngine engine;
    private final InternalActs acts;
    private final VariableLists variables;
    private final Map<Route, MigrationPlan> plans = new ConcurrentHashMap<>();

    private record Route(String from, String to, Map<String, String> steps) {}

    InstanceMigration(@Lazy ProcessEngine engine, InternalActs acts, VariableLists variables) {
        this.engine = engine;
        this.acts = acts;
        this.variables = variables;
    }

    /**
     * Moves one instance, in the transaction of the caller.
     *
     * @param steps step of its diagram → step of the other one, where the other one has no step of that id
     * @throws MigrationRefusedException if it cannot; the caller's transaction has to be rolled back
     */
    public void move(String instance, String from, String to, Map<String, String> steps) {
        SpentEvents spent = acts.perform("移行", () -> new SpentEvents(engine, instance, events(from)));
        acts.perform("移行", () -> {
            MigrationPlan plan = plans.computeIfAbsent(new Route(from, to, Map.copyOf(steps)), this::plan);
            try {
                runtime().newMigration(plan).processInstanceIds(instance).execute();
            } catch (MigratingProcessInstanceValidationException e) {
                throw refused(e.getValidationReport());
            }
            nameAnew(instance);
            stopRepeating(instance, to);
            return null;
        });
        acts.perform("移行", () -> {
            spent.stayAway(events(to));
            return null;
        });
    }

    /** Keeps nothing of a version that was only tried. */
    public void forget(String definitionId) {
        plans.keySet().removeIf(route -> route.to().equals(definitionId));
    }

    /** Puts the instance on a procedure set; what an instance of that set knows from its start, it knows from now on. */
    public void put(String instance, int procedureSet) {
        acts.perform("手続一式", () -> {
            runtime().setVariable(instance, Names.PROCEDURE_SET, procedureSet);
            String definition = runtime()
                    .createProcessInstanceQuery()
                    .processInstanceId(instance)
                    .singleResult()
                    .getProcessDefinitionId();
            Map<String, Object> initial = new HashMap<>(
                    variables.of(procedureSet).initialValues(definition.substring(0, definition.indexOf(':'))));
            initial.keySet().removeAll(runtime().getVariables(instance).keySet());
            runtime().setVariables(instance, initial);
            return null;
        });
    }

    /** Puts a day that a timer had back, where it began to wait anew; one that repeats itself goes on from that day. */
    public void due(String timer, Date day) {
        acts.perform("期日", () -> {
            engine.getManagementService().setJobDuedate(timer, day, true);
            return null;
        });
    }

    /** Where a version of a diagram waits beside its steps. */
    public List<WaitingEvent> events(String definitionId) {
        return acts.perform("図", () -> {
            BpmnModelInstance model = engine.getRepositoryService().getBpmnModelInstance(definitionId);
            List<WaitingEvent> events = new ArrayList<>();
            model.getModelElementsByType(BoundaryEvent.class).stream()
                    .filter(event -> !EventTrigger.of(event).isEmpty())
                    .forEach(event -> events.add(new WaitingEvent(
                            event.getId(), event.getAttachedTo().getId())));
            model.getModelElementsByType(StartEvent.class).stream()
                    .filter(event -> event.getParentElement() instanceof SubProcess inside
                            && inside.triggeredByEvent()
                            && !EventTrigger.of(event).isEmpty())
                    .forEach(event -> events.add(new WaitingEvent(
                            event.getId(), scope(event.getParentElement().getParentElement()))));
            return events;
        });
    }

    private static String scope(ModelElementInstance around) {
        return around instanceof SubProcess inside ? inside.getId() : null;
    }

    /** A gateway or event that the other version cannot take over is left out: only an instance standing there is concerned. */
    private MigrationPlan plan(Route route) {
        Map<String, String> steps = new HashMap<>();
        equal(route)
                .getInstructions()
                .forEach(same -> steps.put(same.getSourceActivityId(), same.getTargetActivityId()));
        steps.putAll(route.steps());
        while (true) {
            try {
                return plan(route, steps);
            } catch (MigrationPlanValidationException e) {
                List<String> bad = e.getValidationReport().getInstructionReports().stream()
                        .map(report -> report.getMigrationInstruction().getSourceActivityId())
                        .filter(steps::containsKey)
                        .toList();
                if (bad.isEmpty()) {
                    throw new MigrationRefusedException("新しい図に移せない作りになっています。", List.of());
                }
                bad.forEach(steps::remove);
            }
        }
    }

    private MigrationPlan equal(Route route) {
        try {
            return runtime()
                    .createMigrationPlan(route.from(), route.to())
                    .mapEqualActivities()
                    .build();
        } catch (MigrationPlanValidationException e) {
            return e.getValidationReport().getMigrationPlan();
        }
    }

    private MigrationPlan plan(Route route, Map<String, String> steps) {
        BpmnModelInstance former = engine.getRepositoryService().getBpmnModelInstance(route.from());
        BpmnModelInstance other = engine.getRepositoryService().getBpmnModelInstance(route.to());
        MigrationPlanBuilder builder = runtime().createMigrationPlan(route.from(), route.to());
        steps.forEach((from, to) -> {
            MigrationInstructionBuilder instruction = builder.mapActivities(from, to);
            String trigger = EventTrigger.of(other.getModelElementById(to));
            if (!trigger.isEmpty() && !trigger.equals(EventTrigger.of(former.getModelElementById(from)))) {
                instruction.updateEventTrigger();
            }
        });
        return builder.build();
    }

    private static MigrationRefusedException refused(MigratingProcessInstanceValidationReport report) {
        TreeSet<String> gone = new TreeSet<>();
        List<String> others = new ArrayList<>(report.getFailures());
        report.getActivityInstanceReports().forEach(one -> {
            if (one.getMigrationInstruction() == null) {
                // people know a step that is done several times by its own name only
                gone.add(one.getSourceScopeId().replace(BpmnParse.MULTI_INSTANCE_BODY_ID_SUFFIX, ""));
            } else {
                others.addAll(one.getFailures());
            }
        });
        report.getTransitionInstanceReports().forEach(one -> others.addAll(one.getFailures()));
        return new MigrationRefusedException(
                gone.isEmpty() ? "エンジンが移せない状態です。" + others : "いまいる手順が新しい図にありません。", List.copyOf(gone));
    }

    /** The engine keeps the name that a step had when it began. */
    private static void nameAnew(String instance) {
        for (TaskEntity task : Context.getCommandContext().getTaskManager().findTasksByProcessInstanceId(instance)) {
            ProcessDefinitionEntity diagram = task.getExecution().getProcessDefinition();
            Object name = ((UserTaskActivityBehavior)
                            diagram.findActivity(task.getTaskDefinitionKey()).getActivityBehavior())
                    .getTaskDefinition()
                    .getNameExpression()
                    .getValue(task.getExecution());
            if (!Objects.equals(name, task.getName())) {
                task.setNameWithoutCascade((String) name);
            }
        }
    }

    /** The engine lets a timer that is to repeat itself no longer go on as it did. */
    private void stopRepeating(String instance, String definition) {
        BpmnModelInstance model = engine.getRepositoryService().getBpmnModelInstance(definition);
        Context.getCommandContext().getJobManager().findJobsByProcessInstanceId(instance).stream()
                .filter(TimerEntity.class::isInstance)
                .map(TimerEntity.class::cast)
                .filter(timer -> timer.getRepeat() != null
                        && model.getModelElementById(timer.getActivityId()) instanceof CatchEvent event
                        && event.getEventDefinitions().stream()
                                .noneMatch(
                                        one -> one instanceof TimerEventDefinition when && when.getTimeCycle() != null))
                .forEach(timer -> timer.setRepeat(null));
    }

    private RuntimeService runtime() {
        return engine.getRuntimeService();
    }
}
