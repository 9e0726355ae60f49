package jp.tsunagu.oversight.forecast;

/** A step in all versions of its diagram. */
record StepKey(String process, String step) {

    private static final String BETWEEN = "/";

    static StepKey of(String text) {
        int between = text.indexOf(BETWEEN);
        return new StepKey(text.substring(0, between), text.substring(between + 1));
    }

    @Override
    public String toString() {
        return process + BETWEEN + step;
    }
}
