package jp.tsunagu.procedure.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a file says, without how it is written or drawn: its things in the file's order. */
final class Outline {

    static final Outline EMPTY = new Outline(List.of());

    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, Integer> twins = new HashMap<>();

    Outline(Collection<Item> items) {
        items.forEach(this::put);
    }

    /** In a file that is not in order two things can have one id; the second is told apart by its number. */
    private void put(Item item) {
        int number = twins.merge(item.key(), 1, Integer::sum);
        Item own = number == 1 ? item : item.renamed(Map.of(item.key(), item.key() + "#" + number));
        items.put(own.key(), own);
    }

    Map<String, Item> items() {
        return Collections.unmodifiableMap(items);
    }

    Optional<Item> item(String key) {
        return Optional.ofNullable(items.get(key));
    }

    /** The things whose order counts, by the group they are in. */
    Map<String, List<String>> orders() {
        Map<String, List<String>> orders = new LinkedHashMap<>();
        items.values().stream()
                .filter(item -> !item.group().isEmpty())
                .forEach(item -> orders.computeIfAbsent(item.group(), first -> new ArrayList<>())
                        .add(item.key()));
        return orders;
    }

    /** The same with the names that the other side has for what is the same. */
    Outline renamed(Map<String, String> names) {
        return new Outline(
                items.values().stream().map(item -> item.renamed(names)).toList());
    }
}
