package jp.tsunagu.access.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The log as files that spreadsheets open. */
final class LogFile {

    private static final List<String> HEADINGS =
            List.of("番号", "日時", "利用者", "氏名", "種類", "行為", "対象", "ケース番号", "接続元", "理由", "件数");

    /** Without it a Japanese Excel takes UTF-8 for another encoding. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final int WIDTH = 18;

    private LogFile() {}

    static byte[] csv(List<LogLine> lines, Map<String, String> names) {
        return Stream.concat(Stream.of(HEADINGS), lines.stream().map(line -> cells(line, names)))
                .map(cells -> cells.stream().map(LogFile::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining("", BYTE_ORDER_MARK, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(LogLine line, Map<String, String> names) {
        return Stream.of(
                        String.valueOf(line.id()),
                        line.at().toString(),
                        line.user(),
                        names.getOrDefault(line.user(), line.user()),
                        line.kind(),
                        line.action(),
                        line.part(),
                        line.caseNumber(),
                        line.client(),
                        line.reason(),
                        line.hits() == null ? null : line.hits().toString())
                .map(cell -> cell == null ? "" : cell)
                .toList();
    }

    /** What a spreadsheet would take for a formula stays text. */
    private static String cell(String text) {
        String harmless = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
        return harmless.matches("(?s).*[\",\\r\\n].*") ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }

    static byte[] excel(List<LogLine> lines, Map<String, String> names) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "Tsunagu", "1.0")) {
            write(book.newWorksheet("アクセス記録"), lines, names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static void write(Worksheet sheet, List<LogLine> lines, Map<String, String> names) {
        put(sheet, 0, HEADINGS);
        sheet.range(0, 0, 0, HEADINGS.size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
        for (int column = 0; column < HEADINGS.size(); column++) {
            sheet.width(column, WIDTH);
        }
        int row = 1;
        for (LogLine line : lines) {
            put(sheet, row++, cells(line, names));
        }
    }

    private static void put(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, cells.get(column));
        }
    }
}
