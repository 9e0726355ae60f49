package jp.tsunagu.walk;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks through every column of every table of the engine for a text. */
final class EngineTables {

    private record Column(String table, String name, boolean bytes) {}

    private final JdbcClient database;

    EngineTables(JdbcClient database) {
        this.database = database;
    }

    /** The columns in which it stands; forms and diagrams as they were deployed are not about anybody. */
    List<String> with(String text) {
        return database
                .sql("select table_name, column_name, data_type = 'bytea' from information_schema.columns "
                        + "where table_schema = current_schema() and lower(table_name) like 'act\\_%' "
                        + "and data_type in ('character varying', 'text', 'bytea')")
                .query((row, number) -> new Column(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list()
                .stream()
                .filter(column -> holds(column, text))
                .map(column -> column.table() + "." + column.name())
                .toList();
    }

    private boolean holds(Column column, String text) {
        String condition = column.bytes()
                ? "position(convert_to(:text, 'UTF8') in \"" + column.name() + "\") > 0"
                : "position(:text in \"" + column.name() + "\") > 0";
        return database.sql("select exists (select 1 from \"" + column.table() + "\" where " + condition + ")")
                .param("text", text)
                .query(Boolean.class)
                .single();
    }
}
