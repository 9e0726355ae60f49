package jp.tsunagu.oversight;

/**
 * A figure as somebody may see it.
 *
 * @param value what heat and order follow: a count, working days or per cent; null where there is nothing to show. Of a range its lower end
 * @param text the same in words
 * @param exact whether the value is all there is to say, so that somebody may reckon with it
 */
record Figure(Integer value, String text, boolean exact) {

    static final Figure NONE = new Figure(null, "–", false);

    static Figure count(long count) {
        return new Figure(Math.toIntExact(count), String.format("%,d件", count), true);
    }

    static Figure days(Integer days) {
        return days == null ? NONE : new Figure(days, days + "日", true);
    }

    static Figure share(long percent) {
        return new Figure(Math.toIntExact(percent), percent + "%", true);
    }

    /** For order and heat: nothing to show is nothing. */
    public int heat() {
        return value == null ? 0 : value;
    }
}
