package jp.tsunagu.oversight.forecast;

import java.util.List;
import java.util.stream.Stream;

/**
 * How good the forecast was: what was said beside what has happened, by tenths.
 *
 * @param weeks of how many Mondays the outcome is known
 * @param whole whether that is a whole quarter
 */
record Reliability(List<Tenth> tenths, int weeks, boolean whole) {

    /** Of fewer cases nothing can be told. */
    static final int ENOUGH_CASES = 30;

    /** By so many points a tenth may be wrong before the page warns. */
    static final int GOOD_POINTS = 10;

    /**
     * The cases of which much the same was said.
     *
     * @param tenth 0: under 10 % …
     * @param said the sum of the probabilities
     */
    record Tenth(int tenth, int cases, double said, int happened) {

        public String label() {
            return tenth * 10 + "～" + (tenth == 9 ? 100 : tenth * 10 + 9) + "％";
        }

        public int saidPercent() {
            return percent(said);
        }

        public int happenedPercent() {
            return percent(happened);
        }

        public boolean enough() {
            return cases >= ENOUGH_CASES;
        }

        /** How far what was said was off, in points. */
        double off() {
            return 100 * Math.abs(said - happened) / cases;
        }

        private int percent(double of) {
            return (int) Math.round(100 * of / cases);
        }
    }

    public boolean isKnown() {
        return !tenths.isEmpty();
    }

    /** By how many points the worst of the tenths was off that have enough cases. */
    double worst() {
        return enough().mapToDouble(Tenth::off).max().orElse(0);
    }

    /** In one sentence. */
    public String sentence() {
        int cases = tenths.stream().mapToInt(Tenth::cases).sum();
        long said = Math.round(tenths.stream().mapToDouble(Tenth::said).sum());
        int happened = tenths.stream().mapToInt(Tenth::happened).sum();
        String told = "延べ%,d件のうち%,d件が期限を過ぎると見込み、実際に過ぎたのは%,d件でした。".formatted(cases, said, happened);
        if (enough().findAny().isEmpty()) {
            return told + "件数がまだ少なく、当たり外れは言えません。";
        }
        return told
                + (worst() <= GOOD_POINTS
                        ? "10％ごとに見ても差は最大%dポイントで、見込みはあてにできます。".formatted(Math.round(worst()))
                        : "10％ごとに見ると差が最大%dポイントあります。確率は目安として使い、ケースの様子で判断してください。".formatted(Math.round(worst())));
    }

    private Stream<Tenth> enough() {
        return tenths.stream().filter(Tenth::enough);
    }
}
