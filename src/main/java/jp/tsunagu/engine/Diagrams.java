package jp.tsunagu.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The diagrams themselves, for whoever shows where a case stands. They hold the procedure and nothing of a case. */
@Component
public class Diagrams {

    private final ProcessEngine engine;
    private final InternalActs acts;
    private final RarelyChanged known;
    private final ProcedureSets sets;

    private record StepNames() {}

    Diagrams(@Lazy ProcessEngine engine, InternalActs acts, RarelyChanged known, ProcedureSets sets) {
        this.engine = engine;
        this.acts = acts;
        this.known = known;
        this.sets = sets;
    }

    /** The diagram of one version, as it is drawn at present. */
    public String xml(String definitionId) {
        return sets.picture(definitionId)
                .map(picture -> new String(picture, StandardCharsets.UTF_8))
                .orElseGet(() -> deployed(definitionId));
    }

    private String deployed(String definitionId) {
        return acts.perform("図", () -> {
            try (InputStream file = repository().getProcessModel(definitionId)) {
                return new String(file.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The kind of a step at which nobody is waited for but a date. */
    public static final String AWAITED_DATE = "intermediateTimer";

    /**
     * A step of a diagram.
     *
     * @param kind BPMN's word for it: {@code userTask}, {@code callActivity}, {@code startEvent}…; {@link #AWAITED_DATE}
     * @param role whose work it is; empty where the diagram works it out, or nobody works there
     * @param calls the process it calls, or null
     */
    public record Step(String id, String name, String kind, String role, String calls) {}

    /** Every step of one version of a diagram. */
    public List<Step> steps(String definitionId) {
        return acts.perform(
                "図",
                () -> repository().getBpmnModelInstance(definitionId).getModelElementsByType(FlowNode.class).stream()
                        .map(Diagrams::step)
                        .toList());
    }

    private static Step step(FlowNode node) {
        return new Step(
                node.getId(),
                node.getName() == null ? "" : node.getName().replaceAll("\\s+", ""),
                kind(node),
                node instanceof UserTask task ? firstRole(task) : "",
                node instanceof CallActivity call ? call.getCalledElement() : null);
    }

    /** As the history calls it, so that both can be asked alike. */
    private static String kind(FlowNode node) {
        boolean date = node instanceof IntermediateCatchEvent caught
                && caught.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
        return date ? AWAITED_DATE : node.getElementType().getTypeName();
    }

    private static String firstRole(UserTask task) {
        return task.getCamundaCandidateGroupsList().stream()
                .filter(group -> !group.contains("{"))
                .findFirst()
                .orElse("");
    }

    /** The events at the border of a step that end it when they happen, in one version of a diagram. */
    public Set<String> interruptingEvents(String definitionId) {
        return acts.perform(
                "図",
                () ->
                        repository()
                                .getBpmnModelInstance(definitionId)
                                .getModelElementsByType(BoundaryEvent.class)
                                .stream()
                                .filter(BoundaryEvent::cancelActivity)
                                .map(BoundaryEvent::getId)
                                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Id → Japanese name of every step, as the present diagrams have it. */
    public Map<String, String> stepNames() {
        return known.read(new StepNames(), () -> acts.perform("図", this::readNames));
    }

    private Map<String, String> readNames() {
        Map<String, String> names = new HashMap<>();
        repository()
                .createProcessDefinitionQuery()
                .latestVersion()
                .list()
                .forEach(definition ->
                        repository()
                                .getBpmnModelInstance(definition.getId())
                                .getModelElementsByType(FlowNode.class)
                                .stream()
                                .filter(node -> node.getName() != null)
                                .forEach(node -> names.putIfAbsent(
                                        node.getId(), node.getName().replaceAll("\\s+", ""))));
        return Map.copyOf(names);
    }

    private RepositoryService repository() {
        return engine.getRepositoryService();
    }
}
