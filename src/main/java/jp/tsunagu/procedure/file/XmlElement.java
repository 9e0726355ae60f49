package jp.tsunagu.procedure.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One element of an XML file. Prefixes, comments, the order of attributes and blanks around text are not part of it.
 *
 * @param attributes those without a namespace under their name, the engine's own under {@code camunda:name}, others under
 *     {@code {namespace}name}
 * @param text its own text, without that of its children
 */
public record XmlElement(
        String namespace, String name, Map<String, String> attributes, List<XmlElement> children, String text) {

    /** An attribute of the standard; empty if it is not there. */
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** An attribute of the engine; empty if it is not there. */
    public String camunda(String attribute) {
        return attributes.getOrDefault(Namespaces.CAMUNDA_PREFIX + attribute, "");
    }

    public String id() {
        return attribute("id");
    }

    public boolean isBpmn() {
        return Namespaces.BPMN.equals(namespace);
    }

    public boolean isCamunda() {
        return Namespaces.isCamunda(namespace);
    }

    /** Children of this name, whatever their namespace. */
    public Stream<XmlElement> children(String childName) {
        return children.stream().filter(child -> child.name().equals(childName));
    }

    public Optional<XmlElement> child(String childName) {
        return children(childName).findFirst();
    }

    /** The text of a child; empty if there is no such child. */
    public String textOf(String childName) {
        return child(childName).map(XmlElement::text).orElse("");
    }

    /** The element and everything in it. */
    public Stream<XmlElement> walk() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::walk));
    }
}
