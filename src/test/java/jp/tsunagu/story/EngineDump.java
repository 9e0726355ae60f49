package jp.tsunagu.story;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every value of every column of every table of the engine, as text. */
final class EngineDump {

    private final Map<String, List<String>> columns = new TreeMap<>();

    private EngineDump() {}

    static EngineDump of(JdbcClient database) {
        EngineDump dump = new EngineDump();
        database.sql("select table_name, column_name, data_type from information_schema.columns "
                        + "where table_schema = current_schema() and lower(table_name) like 'act\\_%' order by 1, 2")
                .query((row, number) -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
                .list()
                .forEach(column -> dump.columns.put(
                        column[0] + "." + column[1], values(database, column[0], column[1], column[2])));
        return dump;
    }

    private static List<String> values(JdbcClient database, String table, String column, String type) {
        String sql = "select \"" + column + "\" from \"" + table + "\" where \"" + column + "\" is not null";
        return database.sql(sql)
                .query((row, number) ->
                        type.equals("bytea") ? new String(row.getBytes(1), StandardCharsets.UTF_8) : row.getString(1))
                .list();
    }

    int size() {
        return columns.size();
    }

    /** The columns, with their tables, in which this text occurs anywhere. */
    List<String> columnsWith(String text) {
        return columns.entrySet().stream()
                .filter(column -> column.getValue().stream().anyMatch(value -> value.contains(text)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether an exact value stands in one column. */
    boolean holds(String column, String value) {
        return columns.getOrDefault(column, List.of()).contains(value);
    }
}
