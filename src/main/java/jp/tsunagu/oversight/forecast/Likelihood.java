package jp.tsunagu.oversight.forecast;

import java.util.Locale;

/** A probability in words. */
enum Likelihood {
    HIGH(0.6, "高い", "badge--error"),
    MIDDLE(0.3, "中くらい", "badge--warning"),
    LOW(PresentForecast.LEAST, "低い", "");

    private final double from;
    private final String label;
    private final String look;

    Likelihood(double from, String label, String look) {
        this.from = from;
        this.label = label;
        this.look = look;
    }

    /** As an address says it; whatever else it says is the usual: what should be looked at. */
    static Likelihood of(String key) {
        for (Likelihood likelihood : values()) {
            if (likelihood.key().equals(key)) {
                return likelihood;
            }
        }
        return MIDDLE;
    }

    static Likelihood of(double probability) {
        return probability >= HIGH.from ? HIGH : probability >= MIDDLE.from ? MIDDLE : LOW;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    double from() {
        return from;
    }

    public String label() {
        return label;
    }

    public String look() {
        return look;
    }

    /** As a choice of the filter. */
    public String andMore() {
        return (this == HIGH ? label : this == MIDDLE ? "高い・中くらい" : "低いものも") + "（" + Math.round(from * 100) + "％以上）";
    }
}
