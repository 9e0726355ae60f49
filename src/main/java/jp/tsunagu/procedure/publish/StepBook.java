package jp.tsunagu.procedure.publish;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.tsunagu.procedure.ProcedureFiles;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The steps of a procedure under the names that people know. */
final class StepBook {

    private final Map<String, Step> steps = new TreeMap<>();

    /**
     * A step of a diagram.
     *
     * @param place process/step
     * @param kind BPMN's word for it
     */
    record Step(String place, String process, String name, String kind) {

        boolean isWork() {
            return kind.equals("userTask");
        }

        public String title() {
            return process + "「" + name + "」";
        }
    }

    /** @param procedures of a step that stands in several of them the first names it */
    StepBook(ProcedureFiles... procedures) {
        for (ProcedureFiles files : procedures) {
            files.ending(".bpmn").values().forEach(this::read);
        }
    }

    private void read(byte[] file) {
        for (FlowNode node :
                Bpmn.readModelFromStream(new ByteArrayInputStream(file)).getModelElementsByType(FlowNode.class)) {
            Process process = process(node);
            String name = node.getName() == null ? node.getId() : node.getName().replaceAll("\\s+", "");
            String place = process.getId() + "/" + node.getId();
            steps.putIfAbsent(
                    place,
                    new Step(
                            place,
                            process.getName(),
                            name,
                            node.getElementType().getTypeName()));
        }
    }

    private static Process process(ModelElementInstance element) {
        ModelElementInstance around = element.getParentElement();
        while (!(around instanceof Process)) {
            around = around.getParentElement();
        }
        return (Process) around;
    }

    String title(String place) {
        Step step = steps.get(place);
        return step == null ? place : step.title();
    }

    String name(String place) {
        Step step = steps.get(place);
        return step == null ? Transition.step(place) : step.name();
    }

    /** Everybody's work, by process and name. */
    List<Step> work() {
        return steps.values().stream()
                .filter(Step::isWork)
                .sorted(java.util.Comparator.comparing(Step::process).thenComparing(Step::name))
                .toList();
    }

    /** Where somebody who stands there could go in this procedure: steps of the same kind in the same diagram. */
    List<Step> insteadOf(Step gone) {
        List<Step> same = new ArrayList<>(steps.values());
        same.removeIf(one -> !Transition.process(one.place()).equals(Transition.process(gone.place()))
                || !one.kind().equals(gone.kind()));
        same.sort(java.util.Comparator.comparing(Step::name));
        return same;
    }

    Step step(String place) {
        return steps.get(place);
    }
}
