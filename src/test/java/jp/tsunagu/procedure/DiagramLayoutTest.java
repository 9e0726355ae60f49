package jp.tsunagu.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The diagrams are pictures that people read: no crossing flows, no text on text, no way out of a question without a name. */
class DiagramLayoutTest {

    /** A loop goes back; in a small diagram two loops are many for its size and few for the eye. */
    private static final int FEW = 2;

    static Stream<File> diagrams() {
        return Stream.of(new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn")))
                .sorted();
    }

    private record Segment(String flow, String source, String target, Line2D line) {}

    private record Box(String of, Rectangle2D area) {}

    @ParameterizedTest
    @MethodSource("diagrams")
    void noTwoFlowsCross(File file) {
        List<Segment> segments = segments(Bpmn.readModelFromFile(file));
        List<String> crossings = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            for (int j = i + 1; j < segments.size(); j++) {
                if (crosses(segments.get(i), segments.get(j))) {
                    crossings.add(
                            segments.get(i).flow() + " × " + segments.get(j).flow());
                }
            }
        }
        assertThat(crossings).isEmpty();
    }

    /** Flows may share a line where they leave one node or reach one node together. */
    private static boolean crosses(Segment a, Segment b) {
        boolean together = a.flow().equals(b.flow())
                || a.source().equals(b.source())
                || a.target().equals(b.target());
        return !together && a.line().intersectsLine(b.line());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noFlowRunsThroughANode(File file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file);
        List<String> hits = new ArrayList<>();
        for (Segment segment : segments(model)) {
            for (Box node : nodes(model)) {
                boolean own = node.of().equals(segment.source()) || node.of().equals(segment.target());
                if (!own
                        && !isInside(model, segment.flow(), node)
                        && segment.line().intersects(shrunk(node.area()))) {
                    hits.add(segment.flow() + " through " + node.of());
                }
            }
        }
        assertThat(hits).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noLabelLiesOnAnotherLabelOrOnANode(File file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file);
        List<Box> labels = labels(model);
        List<Box> nodes = nodes(model);
        List<String> overlaps = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            Box label = labels.get(i);
            for (int j = i + 1; j < labels.size(); j++) {
                if (label.area().intersects(shrunk(labels.get(j).area()))) {
                    overlaps.add(label.of() + " / " + labels.get(j).of());
                }
            }
            for (Box node : nodes) {
                if (label.area().intersects(shrunk(node.area())) && !isOwn(model, label, node)) {
                    overlaps.add(label.of() + " on " + node.of());
                }
            }
        }
        assertThat(overlaps).isEmpty();
    }

    /** A sub-process is a frame for its own parts and an obstacle for all others. */
    private static boolean isInside(BpmnModelInstance model, String part, Box frame) {
        ModelElementInstance outside = model.getModelElementById(part).getParentElement();
        while (outside != null && !outside.equals(model.getModelElementById(frame.of()))) {
            outside = outside.getParentElement();
        }
        return outside != null;
    }

    /** A label may use the empty corner beside its own diamond; that of an event on the edge of a task, the task's corner. */
    private static boolean isOwn(BpmnModelInstance model, Box label, Box node) {
        return label.of().equals(node.of())
                || isInside(model, label.of(), node)
                || model.getModelElementById(label.of()) instanceof BoundaryEvent event
                        && event.getAttachedTo().getId().equals(node.of());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyWayOutOfAQuestionHasAName(File file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file);
        List<String> nameless = new ArrayList<>();
        Stream.concat(
                        model.getModelElementsByType(ExclusiveGateway.class).stream(),
                        model.getModelElementsByType(InclusiveGateway.class).stream())
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .forEach(gateway -> {
                    if (isBlank(gateway.getName())) {
                        nameless.add(gateway.getId());
                    }
                    gateway.getOutgoing().stream()
                            .filter(flow -> isBlank(flow.getName()))
                            .map(SequenceFlow::getId)
                            .forEach(nameless::add);
                });
        model.getModelElementsByType(Activity.class).stream()
                .filter(activity -> isBlank(activity.getName()))
                .map(FlowNode::getId)
                .forEach(nameless::add);
        assertThat(nameless).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void theMainDirectionIsLeftToRight(File file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file);
        List<Segment> segments = segments(model);
        long leftwards = segments.stream()
                .filter(segment -> segment.line().getX2() < segment.line().getX1() - 1)
                .count();
        assertThat(leftwards)
                .as("segments that run to the left")
                .isLessThanOrEqualTo(Math.max(FEW, segments.size() / 10));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static Rectangle2D shrunk(Rectangle2D area) {
        return new Rectangle2D.Double(area.getX() + 2, area.getY() + 2, area.getWidth() - 4, area.getHeight() - 4);
    }

    private static List<Segment> segments(BpmnModelInstance model) {
        List<Segment> segments = new ArrayList<>();
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            if (edge.getBpmnElement() instanceof SequenceFlow flow) {
                List<Waypoint> points = List.copyOf(edge.getWaypoints());
                for (int i = 0; i + 1 < points.size(); i++) {
                    Line2D line = new Line2D.Double(
                            points.get(i).getX(),
                            points.get(i).getY(),
                            points.get(i + 1).getX(),
                            points.get(i + 1).getY());
                    segments.add(new Segment(
                            flow.getId(),
                            flow.getSource().getId(),
                            flow.getTarget().getId(),
                            line));
                }
            }
        }
        return segments;
    }

    private static List<Box> nodes(BpmnModelInstance model) {
        return model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement() instanceof FlowNode)
                .map(shape -> new Box(shape.getBpmnElement().getId(), area(shape.getBounds())))
                .toList();
    }

    private static List<Box> labels(BpmnModelInstance model) {
        Stream<Box> ofShapes = model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement() instanceof FlowNode && shape.getBpmnLabel() != null)
                .filter(shape -> shape.getBpmnLabel().getBounds() != null)
                .map(shape -> new Box(
                        shape.getBpmnElement().getId(),
                        area(shape.getBpmnLabel().getBounds())));
        Stream<Box> ofEdges = model.getModelElementsByType(BpmnEdge.class).stream()
                .filter(edge ->
                        edge.getBpmnLabel() != null && edge.getBpmnLabel().getBounds() != null)
                .map(edge -> new Box(
                        edge.getBpmnElement().getId(), area(edge.getBpmnLabel().getBounds())));
        return Stream.concat(ofShapes, ofEdges).toList();
    }

    private static Rectangle2D area(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
