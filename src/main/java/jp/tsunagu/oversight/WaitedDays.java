package jp.tsunagu.oversight;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many stays took how many working days: what median, ninth tenth and worst are read from. */
final class WaitedDays {

    private final SortedMap<Integer, Long> counts = new TreeMap<>();
    private long all;

    void add(int days, long stays) {
        counts.merge(days, stays, Long::sum);
        all += stays;
    }

    void add(WaitedDays others) {
        others.counts.forEach(this::add);
    }

    long count() {
        return all;
    }

    /**
     * The fewest working days within which this share of the stays lies (SQL's {@code percentile_disc}).
     *
     * @param share over 0, at most 1
     * @return null if there are none
     */
    Integer within(double share) {
        long passed = 0;
        for (Map.Entry<Integer, Long> days : counts.entrySet()) {
            passed += days.getValue();
            if (passed > 0 && passed >= share * all) {
                return days.getKey();
            }
        }
        return null;
    }
}
