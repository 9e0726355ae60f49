package jp.tsunagu.procedure.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One thing in a file: a step, an arrow, a row of a table, a field.
 *
 * @param key by which it is known on both sides
 * @param noun put before it where it comes or goes: 手順「…」が加わります; empty where the subject says it already
 * @param subject what a sentence calls it: 「アセスメントをする」, 分岐「適切か」
 * @param group among which its place in the order counts; empty where order says nothing
 */
record Item(String key, String noun, String subject, String group, Map<String, Property> properties) {

    private static final Set<String> TOLD_BY_SUBJECT = Set.of("name", "kind", "sourceRef", "targetRef");

    Item {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    String value(String property) {
        Property known = properties.get(property);
        return known == null ? "" : known.value();
    }

    String shown(String property) {
        Property known = properties.get(property);
        return known == null ? "" : known.shown();
    }

    /** Everything it says beside what it is called, in words. */
    String summary() {
        return properties.entrySet().stream()
                .filter(property -> !TOLD_BY_SUBJECT.contains(property.getKey()))
                .map(Map.Entry::getValue)
                .filter(property -> !property.value().isEmpty() && property.manner() != Property.Manner.ORDER)
                .map(property -> property.manner() == Property.Manner.FLAG
                        ? property.label()
                        : property.label() + " " + property.shown())
                .collect(Collectors.joining("、"));
    }

    /** What counts of it, wherever it stands. */
    Map<String, String> content() {
        return properties.entrySet().stream()
                .filter(property -> !property.getValue().value().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, property -> property.getValue().value()));
    }

    /** The same thing under the names of the other side. */
    Item renamed(Map<String, String> names) {
        Map<String, Property> renamed = new LinkedHashMap<>();
        properties.forEach((name, property) -> renamed.put(
                names.getOrDefault(name, name),
                property.manner() == Property.Manner.PLACE
                        ? Property.place(
                                property.label(),
                                names.getOrDefault(property.value(), property.value()),
                                property.shown())
                        : property));
        return new Item(names.getOrDefault(key, key), noun, subject, names.getOrDefault(group, group), renamed);
    }
}
