package jp.tsunagu.oversight;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Somebody who narrows down, from everything that is shown, what every count can be, until nothing narrows any more. */
final class Differencing {

    private final Showing showing;
    private final int width;
    private final List<Range> ranges = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();
    private final List<int[]> parts = new ArrayList<>();

    private record Sum(int whole, List<Integer> parts) {}

    private static final class Range {
        private final long truth;
        private final boolean keptBack;
        private long least;
        private long most;

        Range(long truth, boolean keptBack, long least, long most) {
            this.truth = truth;
            this.keptBack = keptBack;
            this.least = least;
            this.most = most;
        }
    }

    Differencing(Showing showing) {
        this.showing = showing;
        this.width = Integer.parseInt(showing.count(List.of(0L)).text().replaceAll("\\D", ""));
    }

    /** A count as it is shown. */
    int cell(long count) {
        Figure shown = showing.count(List.of(count));
        long least = shown.heat();
        return known(count, shown.value() == null, least, least + width - 1);
    }

    /** A count of which this much is known. */
    int known(long truth, boolean keptBack, long least, long most) {
        ranges.add(new Range(truth, keptBack, least, most));
        return ranges.size() - 1;
    }

    void sum(int whole, List<Integer> of) {
        sums.add(new Sum(whole, of));
    }

    /** The second holds the first: it is the same with a filter. */
    void part(int part, int whole) {
        parts.add(new int[] {part, whole});
    }

    /** The total over steps, by somebody who also knows from where on such a total says less. */
    void total(List<Integer> of, List<Long> truths) {
        long shown = showing.count(truths).heat();
        long most = of.stream().mapToLong(cell -> ranges.get(cell).most).sum();
        boolean orMore = of.size() > 1
                && of.stream().anyMatch(cell -> ranges.get(cell).keptBack)
                && shown + width > most - width + 1;
        long truth = truths.stream().mapToLong(Long::longValue).sum();
        sum(known(truth, false, shown, orMore ? most : shown + width - 1), of);
    }

    void goOn() {
        boolean[] narrowed = {true};
        while (narrowed[0]) {
            narrowed[0] = false;
            sums.forEach(sum -> narrowed[0] |= narrow(sum));
            parts.forEach(part -> narrowed[0] |= narrow(part[0], 0, ranges.get(part[1]).most)
                    | narrow(part[1], ranges.get(part[0]).least, Long.MAX_VALUE));
        }
    }

    private boolean narrow(Sum sum) {
        long least =
                sum.parts().stream().mapToLong(part -> ranges.get(part).least).sum();
        long most =
                sum.parts().stream().mapToLong(part -> ranges.get(part).most).sum();
        Range whole = ranges.get(sum.whole());
        boolean narrowed = narrow(sum.whole(), least, most);
        for (int part : sum.parts()) {
            Range of = ranges.get(part);
            narrowed |= narrow(part, whole.least - (most - of.most), whole.most - (least - of.least));
        }
        return narrowed;
    }

    private boolean narrow(int cell, long least, long most) {
        Range range = ranges.get(cell);
        boolean narrowed = least > range.least || most < range.most;
        range.least = Math.max(range.least, least);
        range.most = Math.min(range.most, most);
        if (range.truth < range.least || range.truth > range.most) {
            throw new AssertionError(
                    "reckoned wrongly: " + range.truth + " is not in " + range.least + "–" + range.most);
        }
        return narrowed;
    }

    /** The small counts that can only be one number now. */
    List<Long> found() {
        return IntStream.range(0, ranges.size())
                .mapToObj(ranges::get)
                .filter(range -> range.keptBack && range.least == range.most)
                .map(range -> range.truth)
                .toList();
    }
}
