package jp.tsunagu.procedure.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.procedure.compare.Change.Kind;

/** Compares what two files say, thing by thing and respect by respect. */
final class Difference {

    /** The respect in which only the place in the order changed. */
    static final String ORDER = "order";

    private static final Property ABSENT = Property.value("", "", "");

    private final Outline before;
    private final Outline after;
    private final List<Change> changes = new ArrayList<>();

    private Difference(Outline before, Outline after) {
        this.before = before;
        this.after = after;
    }

    /** What is new first, then what is taken away, then what is different, each in the order of the file. */
    static List<Change> of(Outline before, Outline after) {
        Difference difference = new Difference(before, after);
        difference.removed();
        after.items().values().forEach(difference::compare);
        difference.moved();
        return difference.changes.stream()
                .sorted(Comparator.comparing(Change::kind))
                .toList();
    }

    private void removed() {
        before.items().values().stream()
                .filter(item -> after.item(item.key()).isEmpty())
                .forEach(item -> changes.add(
                        new Change(Kind.REMOVED, item.key(), "", Sentences.removed(item), item.summary(), "")));
    }

    private void compare(Item item) {
        before.item(item.key())
                .ifPresentOrElse(
                        earlier -> compare(earlier, item),
                        () -> changes.add(
                                new Change(Kind.ADDED, item.key(), "", Sentences.added(item), "", item.summary())));
    }

    private void compare(Item earlier, Item later) {
        Set<String> names = new LinkedHashSet<>(later.properties().keySet());
        names.addAll(earlier.properties().keySet());
        for (String name : names) {
            Property old = earlier.properties().getOrDefault(name, ABSENT);
            Property now = later.properties().getOrDefault(name, ABSENT);
            if (!now.isSame(old)) {
                changes.add(change(earlier, name, old, now));
            }
        }
    }

    private static Change change(Item of, String name, Property old, Property now) {
        // two values that people call alike are told apart as they are written
        boolean alike = old.shown().equals(now.shown());
        String from = alike ? old.value() : old.shown();
        String to = alike ? now.value() : now.shown();
        Property known = now == ABSENT ? old : now;
        Kind kind = known.manner() == Property.Manner.PLACE ? Kind.MOVED : Kind.CHANGED;
        return new Change(
                kind,
                of.key(),
                name,
                Sentences.changed(
                        of, known, from, to, old.value().isEmpty(), now.value().isEmpty()),
                from,
                to);
    }

    private void moved() {
        Map<String, List<String>> orders = before.orders();
        after.orders().forEach((group, keys) -> {
            List<String> earlier = orders.getOrDefault(group, List.of());
            Set<String> moved = Order.moved(earlier, keys);
            keys.stream().filter(moved::contains).forEach(key -> {
                int from = earlier.indexOf(key) + 1;
                int to = keys.indexOf(key) + 1;
                changes.add(new Change(
                        Kind.MOVED,
                        key,
                        ORDER,
                        Sentences.moved(before.items().get(key), from, to),
                        from + "番目",
                        to + "番目"));
            });
        });
    }
}
