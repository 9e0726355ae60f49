package jp.tsunagu.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Leaves out of a story whatever its end does not need (delta debugging): larger parts first, then smaller ones, until no
 * single thing can be left out any more or the patience is over.
 */
final class Shrinking {

    private int patience;

    Shrinking(int tries) {
        this.patience = tries;
    }

    /**
     * @param story its first thing always stays
     * @param stillEndsSo whether the rest comes to the same end
     * @return the shortest one found, the whole if it needs everything; empty if not even the whole comes to that end again
     */
    <T> Optional<List<T>> of(List<T> story, Predicate<List<T>> stillEndsSo) {
        if (!stillEndsSo.test(story)) {
            return Optional.empty();
        }
        List<T> shortest = new ArrayList<>(story);
        int part = Math.max(1, (shortest.size() - 1) / 2);
        while (part >= 1) {
            boolean shorter = false;
            for (int from = 1; from < shortest.size() && patience > 0; ) {
                List<T> rest = new ArrayList<>(shortest);
                rest.subList(from, Math.min(rest.size(), from + part)).clear();
                patience--;
                if (stillEndsSo.test(rest)) {
                    shortest = rest;
                    shorter = true;
                } else {
                    from += part;
                }
            }
            part = shorter && part == 1 && patience > 0 ? 1 : part / 2;
        }
        return Optional.of(shortest);
    }
}
