package jp.tsunagu.procedure.compare;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A form, both sides field by field. */
public record FormView(List<Field> fields) {

    /** What a field says in one respect, and whether the other side says otherwise. */
    public record Says(String label, String text, boolean changed) {}

    /** A field on one side. */
    public record Side(String title, List<Says> says) {}

    /**
     * A field; null on the side that does not have it.
     *
     * @param key by which the sentences name it
     * @param depth how many groups it lies in
     */
    public record Field(String key, int depth, Look look, Side before, Side after) {}

    static FormView of(Pair pair) {
        Map<String, Item> before = pair.before().items();
        Map<String, Item> after = pair.after().items();
        return new FormView(Aligned.keys(List.copyOf(before.keySet()), List.copyOf(after.keySet())).stream()
                .map(key -> new Field(
                        key,
                        depth(key, after.containsKey(key) ? after : before),
                        Look.of(before.get(key), after.get(key)),
                        side(before.get(key), after.get(key)),
                        side(after.get(key), before.get(key))))
                .toList());
    }

    private static int depth(String key, Map<String, Item> items) {
        int depth = 0;
        String parent = items.get(key).group();
        while (items.containsKey(parent) && depth < items.size()) {
            depth++;
            parent = items.get(parent).group();
        }
        return depth;
    }

    private static Side side(Item item, Item other) {
        if (item == null) {
            return null;
        }
        List<Says> says = item.properties().entrySet().stream()
                .filter(property -> !property.getValue().value().isEmpty())
                .filter(property -> property.getValue().manner() != Property.Manner.ORDER)
                .flatMap(property -> says(property.getKey(), property.getValue(), other))
                .toList();
        return new Side(item.subject(), says);
    }

    private static Stream<Says> says(String name, Property property, Item other) {
        boolean changed = other != null && !other.value(name).equals(property.value());
        boolean known = name.matches("label|dateLabel|parent|key|path|properties/.*");
        return known && !changed
                ? Stream.empty()
                : Stream.of(new Says(
                        property.label(), property.manner() == Property.Manner.FLAG ? "" : property.shown(), changed));
    }
}
