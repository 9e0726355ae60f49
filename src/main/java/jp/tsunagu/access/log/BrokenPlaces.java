package jp.tsunagu.access.log;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.access.log.Verification.Break;

/** Counts what does not fit and names the first of it. */
final class BrokenPlaces {

    private final List<Break> named = new ArrayList<>();
    private long count;

    void add(long block, Long record, String what) {
        count++;
        if (named.size() < Verification.NAMED) {
            named.add(new Break(block, record, what));
        }
    }

    long count() {
        return count;
    }

    boolean namesMore() {
        return named.size() < Verification.NAMED;
    }

    List<Break> named() {
        return List.copyOf(named);
    }
}
