package jp.tsunagu.engine.guard;

import java.util.List;
import java.util.Optional;

/**
 * One element of a diagram or table.
 *
 * @param parent the element it stands in; null at the root
 * @param text what stands directly in it
 * @param line of the file, from 1
 */
record XmlPart(
        XmlPart parent, String namespace, String name, List<Attribute> attributes, StringBuilder text, int line) {

    /** @param namespace empty where it has no prefix */
    record Attribute(String namespace, String name, String value) {}

    /** The nearest id outwards. */
    String id() {
        for (XmlPart part = this; part != null; part = part.parent) {
            Optional<String> own = part.plain("id");
            if (own.isPresent()) {
                return own.get();
            }
        }
        return null;
    }

    /** The value of an attribute without prefix. */
    Optional<String> plain(String attribute) {
        return attributes.stream()
                .filter(found -> found.namespace().isEmpty() && found.name().equals(attribute))
                .map(Attribute::value)
                .findFirst();
    }
}
