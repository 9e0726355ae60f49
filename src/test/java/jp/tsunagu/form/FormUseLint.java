package jp.tsunagu.form;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Which step uses which form, and which clause of the 要領 it serves. */
final class FormUseLint {

    /** MK-10-3a, MK-9-6-イ, MK-9-5-ア-保護: article, number, letter, and what it is about. */
    private static final Pattern CLAUSE = Pattern.compile("MK-\\d{1,2}(-\\d{1,2}[a-z]?)?(-[ア-ン])?(-\\p{IsHan}+)?");

    private static final Pattern MEANT_AS_CLAUSE = Pattern.compile("(?i)\\bMK[^\\s、。,（）]*");

    private FormUseLint() {}

    /**
     * Steps without a form, and steps whose form does not exist or does not carry the step's own name. Where a step is found
     * twice in a diagram, the second adds words to the name: {@code followUpAfterClosing} uses {@code followUp}.
     */
    static List<String> stepsWithoutTheirForm(BpmnModelInstance diagram, Set<String> forms) {
        Stream<String> formless = diagram.getModelElementsByType(UserTask.class).stream()
                .filter(task -> !task.getId().matches(task.getCamundaFormRef() + "([A-Z]\\w*)?"))
                .map(task -> task.getId() + " uses " + task.getCamundaFormRef());
        Stream<String> missing =
                references(diagram).filter(form -> !forms.contains(form)).map(form -> form + " is no form");
        return Stream.concat(formless, missing).toList();
    }

    static Set<String> unusedForms(Collection<BpmnModelInstance> diagrams, Set<String> forms) {
        Set<String> unused = new TreeSet<>(forms);
        diagrams.stream()
                .flatMap(diagram -> Stream.concat(references(diagram), messages(diagram)))
                .forEach(unused::remove);
        return unused;
    }

    /** What happens at any time is reported by a form that is named like its message. */
    private static Stream<String> messages(BpmnModelInstance diagram) {
        return diagram.getModelElementsByType(Message.class).stream().map(Message::getName);
    }

    private static Stream<String> references(BpmnModelInstance diagram) {
        Stream<String> tasks =
                diagram.getModelElementsByType(UserTask.class).stream().map(UserTask::getCamundaFormRef);
        Stream<String> starts =
                diagram.getModelElementsByType(StartEvent.class).stream().map(StartEvent::getCamundaFormRef);
        return Stream.concat(tasks, starts).filter(Objects::nonNull);
    }

    /** Clause ids that are written in another way, and steps of people that name no clause. */
    static List<String> clauselessSteps(BpmnModelInstance diagram) {
        Stream<String> misspelt = diagram.getModelElementsByType(Documentation.class).stream()
                .flatMap(text -> MEANT_AS_CLAUSE.matcher(text.getTextContent()).results())
                .map(MatchResult::group)
                .filter(clause -> !CLAUSE.matcher(clause).matches());
        Stream<String> nameless = diagram.getModelElementsByType(UserTask.class).stream()
                .filter(task -> task.getDocumentations().stream()
                        .noneMatch(text -> CLAUSE.matcher(text.getTextContent()).find()))
                .map(BaseElement::getId);
        return Stream.concat(misspelt, nameless).toList();
    }
}
