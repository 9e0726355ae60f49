package jp.tsunagu.procedure.publish;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.tsunagu.procedure.ProcedureFiles;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
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
     * @param around the sub-process it stands in, or the process itself
     * @param many whether it is done for several at once
     */
    record Step(String place, String process, String name, String kind, String around, boolean many) {

        boolean isWork() {
            return kind.equals("userTask");
        }

        /** Somebody can read its name in the picture and knows it as something that is done. */
        boolean isDone() {
            return kind.endsWith("Task") || kind.equals("task") || kind.equals("callActivity");
        }

        public String title() {
            return process + "「" + name + "」";
        }

        /** Why whoever stands here cannot go on there, in Japanese; the engine would refuse it, or it is other work. */
        Optional<String> hindrance(Step there) {
            if (!kind.equals(there.kind)) {
                return Optional.of(isWork() ? "人が行う手順ではありません" : "手順の種類がちがいます");
            }
            if (many != there.many) {
                return Optional.of("一度に行う件数の決め方がちがいます");
            }
            return around.equals(there.around) ? Optional.empty() : Optional.of("別の枠（サブプロセス）の中の手順です");
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
                            node.getElementType().getTypeName(),
                            ((BaseElement) node.getParentElement()).getId(),
                            node instanceof Activity work
                                    && work.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics));
        }
    }

    private static Process process(ModelElementInstance element) {
        ModelElementInstance around = element.getParentElement();
        while (!(around instanceof Process)) {
            around = around.getParentElement();
        }
        return (Process) around;
    }

    /** Process → what it is called. */
    Map<String, String> processes() {
        Map<String, String> processes = new TreeMap<>();
        steps.values().forEach(step -> processes.put(Transition.process(step.place()), step.process()));
        return processes;
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

    /** The steps of the same diagram. */
    List<Step> beside(Step gone) {
        return steps.values().stream()
                .filter(one -> Transition.process(one.place()).equals(Transition.process(gone.place())))
                .sorted(java.util.Comparator.comparing(Step::name))
                .toList();
    }

    /** Where somebody who stands there could go in this procedure. */
    List<Step> insteadOf(Step gone) {
        return beside(gone).stream()
                .filter(one -> gone.hindrance(one).isEmpty())
                .toList();
    }

    Step step(String place) {
        return steps.get(place);
    }
}
