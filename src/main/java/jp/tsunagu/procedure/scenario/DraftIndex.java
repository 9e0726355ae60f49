package jp.tsunagu.procedure.scenario;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.form.FormSchema;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/** Where the elements and forms of a procedure stand and what they are called. */
final class DraftIndex {

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private final Map<String, String> startForms = new HashMap<>();
    private final Map<String, FormSchema> forms = new HashMap<>();

    /** @throws RuntimeException if a diagram or form cannot be read at all */
    DraftIndex(Map<String, byte[]> contents) {
        contents.forEach((name, content) -> {
            if (name.endsWith(".bpmn")) {
                diagram(name, Bpmn.readModelFromStream(new ByteArrayInputStream(content)));
            } else if (name.endsWith(".form")) {
                FormSchema form = FormSchema.read(new ByteArrayInputStream(content), 1);
                forms.put(form.key(), form);
            }
        });
    }

    private void diagram(String file, BpmnModelInstance model) {
        model.getModelElementsByType(FlowElement.class)
                .forEach(element -> add(file, element.getId(), element.getName()));
        for (Process process : model.getModelElementsByType(Process.class)) {
            add(file, process.getId(), process.getName());
            process.getFlowElements().stream()
                    .filter(StartEvent.class::isInstance)
                    .map(StartEvent.class::cast)
                    .map(StartEvent::getCamundaFormRef)
                    .filter(form -> form != null)
                    .forEach(form -> startForms.put(process.getId(), form));
        }
    }

    private void add(String file, String id, String name) {
        files.putIfAbsent(id, file);
        names.putIfAbsent(id, name == null || name.isBlank() ? "" : name.replaceAll("\\s+", ""));
    }

    /** 「振り分けを決める」(decideTriage), or the id alone. */
    String called(String id) {
        String name = names.getOrDefault(id, "");
        return name.isEmpty() ? id : "「" + name + "」(" + id + ")";
    }

    boolean knows(String element) {
        return files.containsKey(element);
    }

    /** The diagram an element stands in. */
    Optional<String> file(String element) {
        return Optional.ofNullable(files.get(element));
    }

    /** The form with which a case of this process begins. */
    Optional<FormSchema> startForm(String process) {
        return Optional.ofNullable(startForms.get(process)).flatMap(this::form);
    }

    Optional<FormSchema> form(String key) {
        return Optional.ofNullable(key).map(forms::get);
    }
}
