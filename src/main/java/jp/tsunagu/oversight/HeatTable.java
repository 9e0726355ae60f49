package jp.tsunagu.oversight;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The table of a process as a file has it: a head that says what it is of, and a line for each step. */
record HeatTable(String title, List<String> head, List<String> headings, List<Row> rows) {

    /** A step: its name, its id, and its figures in the order of the headings. */
    record Row(String name, String step, List<Figure> figures) {}

    static HeatTable of(HeatOfProcess heat, String words, String asOf, boolean exact, int smallest) {
        List<String> head = new ArrayList<>(
                List.of("滞留の状況　" + heat.title() + "（図の第" + heat.version() + "版）", words, asOf, "日数は開庁日です。"));
        if (!exact) {
            head.add("件数は区分で示しています。" + smallest + "件未満（0件を含む）と、個人が分かるおそれのある値は示していません。");
        }
        List<String> headings = new ArrayList<>(List.of("手順", "手順のID"));
        Stream.of(Measure.values()).map(Measure::label).forEach(headings::add);
        List<Row> rows = new ArrayList<>();
        heat.lines().forEach(line -> rows.add(row(line, "")));
        heat.gone().forEach(line -> rows.add(row(line, "（いまの図にない手順）")));
        return new HeatTable(heat.title(), head, headings, rows);
    }

    private static Row row(HeatLine line, String mark) {
        return new Row(
                (line.name().isEmpty() ? line.step() : line.name()) + mark,
                line.step(),
                Stream.of(Measure.values()).map(line::figure).toList());
    }
}
