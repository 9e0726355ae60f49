package jp.tsunagu.procedure.file;

import java.util.Set;
import java.util.stream.Stream;

/**
 * What has a place of its own in a diagram: a step, a gateway, an arrow, a lane, a message …
 *
 * @param element as it stands in the file
 * @param container id of the process, sub-process or lane it lies in; empty at the top
 */
public record Shape(XmlElement element, String container) {

    private static final Set<String> WORDS_OF_THE_FILE = Set.of(
            "documentation",
            "extensionElements",
            "incoming",
            "outgoing",
            "flowNodeRef",
            "ioSpecification",
            "property",
            "auditing",
            "monitoring",
            "standardLoopCharacteristics",
            "multiInstanceLoopCharacteristics");

    private static final Set<String> CONTAINERS =
            Set.of("definitions", "process", "subProcess", "adHocSubProcess", "transaction", "collaboration", "lane");

    private static final Set<String> TRANSPARENT = Set.of("laneSet", "childLaneSet");

    public String id() {
        return element.id();
    }

    public String kind() {
        return element.name();
    }

    public boolean is(String... kinds) {
        return Set.of(kinds).contains(kind());
    }

    public String name() {
        return element.attribute("name").strip();
    }

    /** What lies in the element without being a shape of its own, at every depth. */
    public Stream<XmlElement> inside() {
        return inner().flatMap(XmlElement::walk);
    }

    /** The same, only the first layer. */
    public Stream<XmlElement> inner() {
        if (!isContainer(element)) {
            return element.children().stream();
        }
        // beside the shapes stands the picture: where they are drawn
        boolean withPicture = kind().equals("definitions");
        return element.children().stream()
                .filter(child -> !isShape(child) && !isTransparent(child) && (child.isBpmn() || !withPicture));
    }

    /** Documentation as people read it. */
    public String documentation() {
        return String.join(
                "\n", element.children("documentation").map(XmlElement::text).toList());
    }

    static boolean isContainer(XmlElement element) {
        return element.isBpmn() && CONTAINERS.contains(element.name());
    }

    static boolean isTransparent(XmlElement element) {
        return element.isBpmn() && TRANSPARENT.contains(element.name());
    }

    /** Of the children of a container; children of anything else never are. */
    static boolean isShape(XmlElement child) {
        return child.isBpmn()
                && !WORDS_OF_THE_FILE.contains(child.name())
                && !TRANSPARENT.contains(child.name())
                && !child.name().endsWith("EventDefinition");
    }
}
