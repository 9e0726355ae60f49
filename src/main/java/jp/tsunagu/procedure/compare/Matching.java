package jp.tsunagu.procedure.compare;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Finds out which things of one side are those of the other where ids alone do not tell. */
final class Matching {

    private final Map<String, Item> before = new LinkedHashMap<>();
    private final Map<String, Item> after = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();

    private Matching(List<Item> before, List<Item> after) {
        before.forEach(item -> this.before.put(item.key(), item));
        after.forEach(item -> this.after.put(item.key(), item));
    }

    /**
     * Pairs in the given passes, in order of appearance; whoever is paired takes no part in later passes.
     *
     * @param passes what has to be equal; null for a thing that takes no part
     * @return name on the later side → name on the earlier side; things without partner get a name that nobody has
     */
    static Map<String, String> of(List<Item> before, List<Item> after, List<Function<Item, Object>> passes) {
        Matching matching = new Matching(before, after);
        passes.forEach(matching::pass);
        matching.keepApart();
        return matching.names;
    }

    private void pass(Function<Item, Object> mark) {
        Map<Object, Deque<String>> free = new HashMap<>();
        before.values().forEach(item -> {
            Object own = mark.apply(item);
            if (own != null) {
                free.computeIfAbsent(own, first -> new ArrayDeque<>()).add(item.key());
            }
        });
        List.copyOf(after.values()).forEach(item -> {
            Object own = mark.apply(item);
            String partner = own == null
                    ? null
                    : free.getOrDefault(own, new ArrayDeque<>()).poll();
            if (partner != null) {
                names.put(item.key(), partner);
                before.remove(partner);
                after.remove(item.key());
            }
        });
    }

    private void keepApart() {
        Set<String> taken = new HashSet<>(names.values());
        taken.addAll(before.keySet());
        after.keySet().forEach(key -> names.put(key, taken.contains(key) ? key + "+" : key));
    }
}
