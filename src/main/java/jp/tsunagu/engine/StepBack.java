package jp.tsunagu.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.engine.ProcessState.Difference;
import jp.tsunagu.engine.ProcessState.Place;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes the main process of a case, and what it has called, back to the moment before a step (訂正). The one place that
 * moves a token against the arrows; who may do it, and until when, is decided before.
 */
@Component
public class StepBack {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> GATEWAYS = Set.of("inclusiveGateway", "parallelGateway");

    private final ProcessEngine engine;
    private final InternalActs acts;
    private final FormerTasks formerTasks;
    private final Steps steps;
    private final JdbcClient database;

    StepBack(
            @Lazy ProcessEngine engine,
            InternalActs acts,
            FormerTasks formerTasks,
            @Lazy Steps steps,
            JdbcClient database) {
        this.engine = engine;
        this.acts = acts;
        this.formerTasks = formerTasks;
        this.steps = steps;
        this.database = database;
    }

    /**
     * What going back would change, in the words of the diagram.
     *
     * @param closes open tasks, and waiting points, that go
     * @param reopens tasks that come back
     * @param began keys of the processes beside the case that have begun since; they cannot be undone
     * @param possible false if something else has moved the case since (a called process that ended, an answer that came, a
     *     timer): only the step itself, and a join behind it, can be begun again
     */
    public record Preview(List<String> closes, List<String> reopens, Set<String> began, boolean possible) {}

    /**
     * A task that is open again.
     *
     * @param deadline the dates it had
     */
    public record Reopened(String taskId, String step, String assignee, JsonNode deadline) {}

    /** Why what the rooms made of the step can no longer be undone; empty if it can. */
    public Optional<String> stands(Submission done) {
        return steps.stands(done);
    }

    /** What the rooms made of the step is undone. */
    public void undo(Submission done) {
        steps.undo(done);
    }

    /** What the diagram calls the step that was done in this task. */
    public String nameOfTask(String taskId) {
        return acts.perform(
                "照会 手順",
                () -> Optional.ofNullable(engine.getHistoryService()
                                .createHistoricTaskInstanceQuery()
                                .taskId(taskId)
                                .singleResult())
                        .map(HistoricTaskInstance::getName)
                        .orElse(""));
    }

    /** The procedure set that the instance runs on. */
    public int procedureSet(String instance) {
        return acts.perform("照会 手続", () -> (Integer) runtime().getVariable(instance, Names.PROCEDURE_SET));
    }

    /**
     * A step that was done.
     *
     * @param main the main process of the case
     * @param own the instance in which the step was done: the main process, or one that it called
     * @param before where the processes stood in the moment before it
     */
    public record Done(String main, String own, String step, JsonNode before) {

        /** What was done in a called process moved nothing in the one that called it. */
        boolean concerns(String instance) {
            return own.equals(main) || own.equals(instance);
        }
    }

    public Preview preview(Done done) {
        ProcessState then = new ProcessState(done.before());
        ProcessState now = now(done.main());
        Difference difference = then.until(now, done);
        return acts.perform("訂正の確認", () -> {
            List<String> closes = difference.come().stream()
                    .map(this::name)
                    .flatMap(Optional::stream)
                    .toList();
            List<String> reopens = difference.gone().stream()
                    .map(this::name)
                    .flatMap(Optional::stream)
                    .toList();
            boolean possible = difference.gone().stream()
                    .allMatch(place -> isAlive(place)
                            && activity(place).isPresent()
                            && (place.at().equals(done.step()) || isJoin(place)));
            return new Preview(closes, reopens, began(then, now), possible);
        });
    }

    private Set<String> began(ProcessState then, ProcessState now) {
        Set<String> since = new TreeSet<>(now.beside());
        since.removeAll(then.beside());
        Set<String> keys = new TreeSet<>();
        since.forEach(id -> keys.add(engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(id)
                .singleResult()
                .getProcessDefinitionKey()));
        return keys;
    }

    /**
     * Goes back. Variables first, so that every date that is reckoned anew is reckoned from what was known then; then the
     * tokens; then the dates the tasks had, which may have been moved by hand or while the case waited.
     *
     * @return the tasks that are open again
     */
    public List<Reopened> goBack(Done done) {
        ProcessState then = new ProcessState(done.before());
        ProcessState now = now(done.main());
        Difference difference = then.until(now, done);
        List<String> concerned = then.instances().stream()
                .filter(now.instances()::contains)
                .filter(done::concerns)
                .toList();
        acts.perform("訂正 " + done.step(), () -> {
            concerned.forEach(one -> restoreVariables(one, then, now));
            return null;
        });
        acts.perform("訂正 " + done.step(), () -> {
            concerned.forEach(one -> move(one, difference));
            return null;
        });
        return formerTasks.restore(then, now, now(done.main()));
    }

    private void restoreVariables(String instance, ProcessState then, ProcessState now) {
        Map<String, Object> former = then.variables(instance);
        // the case may have moved to another procedure since: its steps go back, the procedure does not
        former.computeIfPresent(Names.PROCEDURE_SET, (name, set) -> procedureSet(instance));
        Set<String> added = new TreeSet<>(now.variables(instance).keySet());
        added.removeAll(former.keySet());
        runtime().setVariables(instance, former);
        runtime().removeVariables(instance, added);
    }

    /** A token at a join comes last: it waits there only while another one is still on its way. */
    private void move(String instance, Difference difference) {
        List<Place> come = of(instance, difference.come());
        List<Place> gone = new ArrayList<>(of(instance, difference.gone()));
        if (come.isEmpty() && gone.isEmpty()) {
            return;
        }
        gone.sort(Comparator.comparing(this::isJoin));
        ProcessInstanceModificationBuilder modification = runtime().createProcessInstanceModification(instance);
        come.forEach(place -> modification.cancelActivityInstance(place.id()));
        gone.forEach(place -> modification.startBeforeActivity(place.at()));
        modification.execute(true, false);
    }

    private ProcessState now(String instance) {
        String json = database.sql("select process_state(?)::text")
                .param(instance)
                .query(String.class)
                .single();
        try {
            return new ProcessState(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Place> of(String instance, List<Place> places) {
        return places.stream()
                .filter(place -> place.instance().equals(instance))
                .toList();
    }

    private boolean isAlive(Place place) {
        return runtime()
                        .createProcessInstanceQuery()
                        .processInstanceId(place.instance())
                        .count()
                > 0;
    }

    private boolean isJoin(Place place) {
        return GATEWAYS.contains(type(place));
    }

    private String type(Place place) {
        return (String) activity(place).map(found -> found.getProperty("type")).orElse("");
    }

    private Optional<String> name(Place place) {
        return activity(place).map(found -> (String) found.getProperty("name"));
    }

    private Optional<ActivityImpl> activity(Place place) {
        ProcessInstance instance = runtime()
                .createProcessInstanceQuery()
                .processInstanceId(place.instance())
                .singleResult();
        return instance == null
                ? Optional.empty()
                : Optional.ofNullable(((ProcessDefinitionEntity)
                                engine.getRepositoryService().getProcessDefinition(instance.getProcessDefinitionId()))
                        .findActivity(place.at()));
    }

    private RuntimeService runtime() {
        return engine.getRuntimeService();
    }
}
