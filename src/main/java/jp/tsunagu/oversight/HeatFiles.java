package jp.tsunagu.oversight;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The table as files that spreadsheets open. */
final class HeatFiles {

    /** Without it a Japanese Excel takes UTF-8 for another encoding. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final int NAME_WIDTH = 36;
    private static final int WIDTH = 14;

    private HeatFiles() {}

    static byte[] csv(HeatTable table) {
        Stream<List<String>> lines = Stream.of(
                        table.head().stream().map(List::of),
                        Stream.of(List.<String>of(), table.headings()),
                        table.rows().stream()
                                .map(row -> Stream.concat(
                                                Stream.of(row.name(), row.step()),
                                                row.figures().stream().map(HeatFiles::plain))
                                        .toList()))
                .flatMap(part -> part);
        return (BYTE_ORDER_MARK
                        + lines.map(line ->
                                        line.stream().map(HeatFiles::cell).collect(Collectors.joining(",")) + "\r\n")
                                .collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A number where it is one, so that a spreadsheet counts on; a class of counts or nothing in words. */
    private static String plain(Figure figure) {
        return figure.exact() ? figure.value().toString() : figure.equals(Figure.NONE) ? "" : figure.text();
    }

    /** What a spreadsheet would take for a formula stays text. */
    private static String cell(String text) {
        String harmless = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
        return harmless.matches("(?s).*[\",\\r\\n].*") ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }

    static byte[] excel(HeatTable table) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "Tsunagu", "1.0")) {
            write(table, book.newWorksheet("滞留の状況"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static void write(HeatTable table, Worksheet sheet) {
        int line = 0;
        for (String head : table.head()) {
            sheet.value(line++, 0, head);
        }
        sheet.style(0, 0).bold().set();
        line++;
        for (int i = 0; i < table.headings().size(); i++) {
            sheet.value(line, i, table.headings().get(i));
            sheet.width(i, i == 0 ? NAME_WIDTH : WIDTH);
        }
        sheet.range(line, 0, line, table.headings().size() - 1)
                .style()
                .bold()
                .wrapText(true)
                .set();
        sheet.freezePane(1, line + 1);
        for (HeatTable.Row row : table.rows()) {
            line++;
            sheet.value(line, 0, row.name());
            sheet.value(line, 1, row.step());
            for (int i = 0; i < row.figures().size(); i++) {
                Figure figure = row.figures().get(i);
                if (figure.exact()) {
                    sheet.value(line, i + 2, figure.value());
                } else if (!figure.equals(Figure.NONE)) {
                    sheet.value(line, i + 2, figure.text());
                }
            }
        }
    }
}
