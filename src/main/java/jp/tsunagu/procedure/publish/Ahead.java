package jp.tsunagu.procedure.publish;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.procedure.Meaning;
import jp.tsunagu.procedure.ProcedureChange;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.ProcedureText;
import jp.tsunagu.procedure.publish.CaseSnapshot.Instance;
import jp.tsunagu.procedure.publish.CaseSnapshot.Place;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.RootElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;

/**
 * Whether a case has anything before it that another procedure changes: a step, a flow, a form, a row of a table, a paper. In doubt it
 * has: what is used by the program itself, or begun beside a case, may meet any case whose main process is under way.
 */
final class Ahead {

    private final Map<String, DiagramWays> ways = new HashMap<>();
    private final Map<String, Set<String>> touched = new HashMap<>();
    private boolean everybody;

    Ahead(ProcedureFiles before, ProcedureFiles after) {
        ProcedureChange change = ProcedureChange.between(before, after);
        // a paper may be printed of any case at any time
        everybody = !change.removed().isEmpty()
                || change.changed().keySet().stream().anyMatch(ProcedureText::isOfPapers);
        Set<String> forms = new HashSet<>();
        Set<String> tables = new HashSet<>();
        Set<String> steps = new HashSet<>();
        Set<String> processes = new HashSet<>();
        change.changed().forEach((name, content) -> {
            byte[] former = before.contents().get(name);
            if (name.endsWith(".form")) {
                forms.add(key(content));
            } else if (name.endsWith(".dmn")) {
                decisions(content).forEach(tables::add);
                if (former != null) {
                    StepTables.concerned(former, content).ifPresentOrElse(steps::addAll, () -> everybody = true);
                }
            } else if (name.endsWith(".bpmn")) {
                processes.addAll(diagram(name, former, content));
            }
        });
        Set<String> used = new HashSet<>();
        after.ending(".bpmn").values().forEach(content -> using(content, forms, tables, steps, processes, used));
        // of no step, so the program's own: forms of what can happen at any time, processes that run beside a case
        everybody |= !used.containsAll(forms) || !used.containsAll(processes) || !used.containsAll(steps);
    }

    boolean concerns(CaseSnapshot of) {
        return everybody || of.instances().stream().anyMatch(one -> concerns(one, of));
    }

    private boolean concerns(Instance one, CaseSnapshot of) {
        DiagramWays diagram = ways.get(one.process());
        Set<String> places = of.places().stream()
                .filter(place -> place.instance().equals(one.id()))
                .map(Place::at)
                .collect(Collectors.toSet());
        if (diagram == null || places.stream().anyMatch(place -> !diagram.has(place))) {
            return true;
        }
        Set<String> changed = touched.getOrDefault(one.process(), Set.of());
        return changed.contains(one.process()) || diagram.ahead(places).stream().anyMatch(changed::contains);
    }

    /** What differs in a diagram itself; returns its processes. */
    private Set<String> diagram(String name, byte[] former, byte[] content) {
        BpmnModelInstance now = read(content);
        Map<String, String> elements = Meaning.elements(name, content);
        Map<String, String> then = former == null ? Map.of() : Meaning.elements(name, former);
        BpmnModelInstance before = former == null ? now : read(former);
        Set<String> nodes = new HashSet<>();
        elements.forEach((id, text) -> {
            if (!text.equals(then.get(id))) {
                note(now, id, nodes);
            }
        });
        then.keySet().stream().filter(id -> !elements.containsKey(id)).forEach(id -> note(before, id, nodes));
        Set<String> processes = keys(now);
        processes.forEach(process ->
                touched.computeIfAbsent(process, first -> new HashSet<>()).addAll(nodes));
        return processes;
    }

    private void note(BpmnModelInstance model, String id, Set<String> nodes) {
        var element = model.getModelElementById(id);
        if (element == null) {
            return;
        }
        String node = DiagramWays.nodeOf(element);
        if (node != null) {
            nodes.add(node);
        } else if (element instanceof Process) {
            nodes.add(id);
        } else if (element instanceof RootElement
                && element.getElementType().getTypeName().matches("message|signal|error|escalation")) {
            everybody = true;
        }
    }

    private void using(
            byte[] content,
            Set<String> forms,
            Set<String> tables,
            Set<String> steps,
            Set<String> processes,
            Set<String> used) {
        BpmnModelInstance model = read(content);
        Collection<FlowNode> nodes = model.getModelElementsByType(FlowNode.class);
        for (String process : keys(model)) {
            ways.put(process, new DiagramWays(nodes));
            Set<String> own = touched.computeIfAbsent(process, first -> new HashSet<>());
            for (FlowNode node : nodes) {
                String needs = form(node);
                String calls = node instanceof CallActivity call ? call.getCalledElement() : null;
                String asks = node instanceof BusinessRuleTask rule ? rule.getCamundaDecisionRef() : null;
                used.add(Objects.requireNonNullElse(needs, ""));
                used.add(Objects.requireNonNullElse(calls, ""));
                used.add(node.getId());
                if (forms.contains(needs)
                        || tables.contains(asks)
                        || steps.contains(node.getId())
                        || processes.contains(calls)) {
                    own.add(node.getId());
                }
            }
            if (nodes.stream().anyMatch(node -> node instanceof StartEvent && form(node) != null)) {
                used.add(process);
            }
        }
    }

    private static String form(FlowNode node) {
        if (node instanceof UserTask task) {
            return task.getCamundaFormRef();
        }
        return node instanceof StartEvent start ? start.getCamundaFormRef() : null;
    }

    private static BpmnModelInstance read(byte[] content) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(content));
    }

    private static Set<String> keys(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).stream()
                .filter(Process::isExecutable)
                .map(Process::getId)
                .collect(Collectors.toSet());
    }

    private static Set<String> decisions(byte[] content) {
        return Dmn.readModelFromStream(new ByteArrayInputStream(content))
                .getModelElementsByType(Decision.class)
                .stream()
                .map(Decision::getId)
                .collect(Collectors.toSet());
    }

    private static String key(byte[] form) {
        return jp.tsunagu.form.FormSchema.read(new ByteArrayInputStream(form), 0)
                .key();
    }
}
