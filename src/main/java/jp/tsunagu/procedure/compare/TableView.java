package jp.tsunagu.procedure.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A decision table, both sides cell by cell. */
public record TableView(String title, List<Column> columns, List<Row> rows) {

    /** A column; empty on the side that does not have it. */
    public record Column(String key, String before, String after, Look look) {}

    /** A cell; empty on the side that does not have it. */
    public record Cell(String before, String after, Look look) {}

    /** A row with its number on each side; 0 where it is not. */
    public record Row(int before, int after, Look look, List<Cell> cells) {}

    static List<TableView> of(Pair pair) {
        Map<String, Map<String, Item>> before = tables(pair.before());
        Map<String, Map<String, Item>> after = tables(pair.after());
        return Aligned.keys(List.copyOf(before.keySet()), List.copyOf(after.keySet())).stream()
                .map(key -> table(before.getOrDefault(key, Map.of()), after.getOrDefault(key, Map.of())))
                .toList();
    }

    /** Columns and rows follow the decision they belong to. */
    private static Map<String, Map<String, Item>> tables(Outline outline) {
        Map<String, Map<String, Item>> tables = new LinkedHashMap<>();
        Map<String, Item> current = new LinkedHashMap<>();
        for (Item item : outline.items().values()) {
            if (!isPart(item.key(), DmnOutline.COLUMN) && !isPart(item.key(), DmnOutline.ROW)) {
                current = new LinkedHashMap<>();
            } else if (isPart(item.key(), DmnOutline.COLUMN)) {
                tables.putIfAbsent(item.group().replaceAll("(条件|結果)の列$", ""), current);
            }
            current.put(item.key(), item);
        }
        return tables;
    }

    private static boolean isPart(String key, String kind) {
        return key.startsWith(kind);
    }

    private static TableView table(Map<String, Item> before, Map<String, Item> after) {
        List<Column> columns = keys(before, after, DmnOutline.COLUMN).stream()
                .map(key -> new Column(
                        key,
                        subject(before.get(key)),
                        subject(after.get(key)),
                        Look.of(before.get(key), after.get(key))))
                .toList();
        List<String> earlier = some(before, DmnOutline.ROW);
        List<String> later = some(after, DmnOutline.ROW);
        List<Row> rows = Aligned.keys(earlier, later).stream()
                .map(key -> new Row(
                        earlier.indexOf(key) + 1,
                        later.indexOf(key) + 1,
                        Look.of(before.get(key), after.get(key)),
                        cells(before.get(key), after.get(key), columns)))
                .toList();
        Item head = (after.isEmpty() ? before : after).values().iterator().next();
        return new TableView(head.subject(), columns, rows);
    }

    private static List<Cell> cells(Item before, Item after, List<Column> columns) {
        List<Cell> cells = new ArrayList<>();
        for (Column column : columns) {
            String earlier = before == null ? "" : before.shown(column.key());
            String later = after == null ? "" : after.shown(column.key());
            boolean changed = before != null
                    && after != null
                    && !before.value(column.key()).equals(after.value(column.key()));
            cells.add(new Cell(earlier, later, changed ? Look.CHANGED : Look.SAME));
        }
        return cells;
    }

    private static List<String> keys(Map<String, Item> before, Map<String, Item> after, String kind) {
        return Aligned.keys(some(before, kind), some(after, kind));
    }

    private static List<String> some(Map<String, Item> items, String kind) {
        return items.keySet().stream().filter(key -> isPart(key, kind)).toList();
    }

    private static String subject(Item item) {
        return item == null ? "" : item.subject().replaceAll("^「|」$", "");
    }
}
