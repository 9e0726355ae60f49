package jp.tsunagu.oversight;

import java.util.List;

/** What one sees, in a sentence. */
final class HeatSentence {

    private HeatSentence() {}

    /** Of all processes. */
    static String of(Overview overview) {
        if (overview.stuck().isEmpty()) {
            boolean none = overview.rows().stream()
                    .allMatch(row ->
                            row.waiting().value() != null && row.waiting().heat() == 0);
            return none ? "いま待っているケースはありません。" : "いま、滞りとして示すほど多く待っている手順はありません。";
        }
        HeatLine worst = overview.stuck().get(0);
        String where = "「" + title(overview.rows(), worst) + "」の「" + worst.name() + "」（" + numbers(worst) + "）です。";
        return worst.heat(Measure.OVER_TARGET) > 0
                ? "目標の期限を過ぎたものがいちばん多い手順は、" + where
                : "目標の期限を過ぎたものは、目立ちません。いちばん多く待っている手順は、" + where;
    }

    /** Of the process that is drawn. */
    static String ofChosen(Overview overview) {
        return overview.rows().stream()
                .filter(row -> row.process().equals(overview.chosen().process()))
                .map(row -> "この手続では、いま待っているものが" + row.waiting().text() + "、そのうち目標の期限を過ぎたものが"
                        + row.over().text() + "です。"
                        + (row.worst() == null
                                ? ""
                                : "いちばん滞っている手順は「" + row.worst().name() + "」（" + numbers(row.worst()) + "）です。"))
                .findFirst()
                .orElse("");
    }

    private static String numbers(HeatLine line) {
        Figure worst = line.figure(Measure.WAITING_WORST);
        return "目標超過 " + line.figure(Measure.OVER_TARGET).text() + "、待ち "
                + line.figure(Measure.WAITING_NOW).text()
                + (worst.value() == null ? "" : "、最長 " + worst.value() + "開庁日");
    }

    private static String title(List<ProcessRow> rows, HeatLine line) {
        return rows.stream()
                .filter(row -> row.process().equals(line.process()))
                .map(ProcessRow::title)
                .findFirst()
                .orElse(line.process());
    }
}
