package jp.tsunagu.procedure.compare;

/** What a difference is called in plain Japanese, as administrators speak of it. */
final class Sentences {

    /** Longer ones are told in a sentence by their beginning; the whole stands beside it. */
    private static final int LONGEST = 80;

    private Sentences() {}

    static String added(Item item) {
        return item.noun() + item.subject() + "が加わります" + details(item);
    }

    static String removed(Item item) {
        return item.noun() + item.subject() + "がなくなります";
    }

    static String moved(Item item, int from, int to) {
        return item.subject() + "の順番が " + from + "番目 から " + to + "番目 に変わります";
    }

    /**
     * @param from as it is told, not as it is written
     * @param came whether there was nothing before
     * @param went whether there is nothing after
     */
    static String changed(Item item, Property property, String from, String to, boolean came, boolean went) {
        String subject = item.subject();
        String label = property.label();
        return switch (property.manner()) {
            case FLAG -> subject + "が" + label + (went ? "ではなくなります" : "になります");
            case PLACE -> subject + "が " + place(from) + " から " + place(to) + " へ移ります";
            case CELL -> subject + "の「" + label + "」が " + empty(from) + " から " + empty(to) + " に変わります";
            case VALUE, ORDER ->
                came
                        ? subject + "に" + label + " " + shortened(to) + " が付きます"
                        : went
                                ? subject + "の" + label + " " + shortened(from) + " がなくなります"
                                : subject + "の" + label + "が " + shortened(from) + " から " + shortened(to) + " に変わります";
        };
    }

    private static String details(Item item) {
        String summary = item.summary();
        return summary.isEmpty() ? "" : "（" + shortened(summary) + "）";
    }

    private static String place(String name) {
        return name.isEmpty() ? "その外" : name;
    }

    private static String empty(String text) {
        return text.isEmpty() ? "（空）" : shortened(text);
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
