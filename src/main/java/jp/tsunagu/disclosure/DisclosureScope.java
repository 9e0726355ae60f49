package jp.tsunagu.disclosure;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import jp.tsunagu.casefile.ConsentState;

/**
 * How much of a case a kind of receiver may be told on a day: what it needs by the table, as far as the person agreed
 * (要領 第9条第2号).
 *
 * @param items the items; empty if nothing may be told
 * @param field true for the fields of the forms that belong to these items
 */
public record DisclosureScope(Set<String> items, Predicate<String> field) {

    static final DisclosureScope NOTHING = new DisclosureScope(Set.of(), field -> false);

    static DisclosureScope of(DisclosureTable table, Optional<ConsentState> consent, String body, LocalDate day) {
        return consent.filter(given -> given.covers(body, day))
                .map(given -> {
                    Set<String> items = new LinkedHashSet<>(table.itemsFor(body));
                    items.removeIf(item -> !given.coversItem(item));
                    return of(table, items);
                })
                .orElse(NOTHING);
    }

    static DisclosureScope of(DisclosureTable table, Set<String> items) {
        Set<String> fixed = Set.copyOf(items);
        return new DisclosureScope(
                fixed, field -> table.itemOf(field).filter(fixed::contains).isPresent());
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }
}
