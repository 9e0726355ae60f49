package jp.tsunagu.procedure.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A diagram without its coordinates.
 *
 * @param file its name with the folder
 * @param root what the file is
 * @param shapes everything in it that has a place of its own
 */
public record Drawing(String file, Shape root, List<Shape> shapes) {

    /** @throws UnreadableFileException if the file is no BPMN diagram */
    public static Drawing read(String file, byte[] content) throws UnreadableFileException {
        XmlElement root = XmlFile.read(content);
        if (!root.isBpmn() || !root.name().equals("definitions")) {
            throw new UnreadableFileException("BPMNの図ではありません。", null);
        }
        List<Shape> shapes = new ArrayList<>();
        collect(root, "", shapes);
        return new Drawing(file, new Shape(root, ""), List.copyOf(shapes));
    }

    private static void collect(XmlElement container, String id, List<Shape> shapes) {
        for (XmlElement child : container.children()) {
            if (Shape.isTransparent(child)) {
                collect(child, id, shapes);
            } else if (Shape.isShape(child)) {
                shapes.add(new Shape(child, id));
                if (Shape.isContainer(child)) {
                    collect(child, child.id(), shapes);
                }
            }
        }
    }

    public Optional<Shape> shape(String id) {
        return shapes.stream().filter(shape -> shape.id().equals(id)).findFirst();
    }

    public Stream<Shape> shapes(String... kinds) {
        return shapes.stream().filter(shape -> shape.is(kinds));
    }

    /** Arrows that leave a step, taken from the arrows themselves, as the engine does. */
    public List<Shape> exitsOf(Shape step) {
        return shapes("sequenceFlow")
                .filter(arrow -> arrow.element().attribute("sourceRef").equals(step.id()))
                .toList();
    }

    /** Step → the innermost lane it is drawn in. */
    public Map<String, String> lanes() {
        Map<String, String> lanes = new TreeMap<>();
        // an inner lane comes after the one around it
        shapes("lane")
                .forEach(lane ->
                        lane.element().children("flowNodeRef").forEach(step -> lanes.put(step.text(), lane.id())));
        return lanes;
    }
}
