package jp.tsunagu.disposal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything in the database: each column of each table, large objects too, whatever its type. */
final class WholeDatabase {

    private static final String COLUMNS = """
            select c.table_schema, c.table_name, c.column_name, c.data_type
            from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
              and (c.table_schema = 'opened') = :opened order by 1, 2, 3""";

    private final JdbcClient database;

    WholeDatabase(JdbcClient database) {
        this.database = database;
    }

    private record Column(String tableSchema, String tableName, String columnName, String dataType) {

        String name() {
            return tableName + "." + columnName;
        }
    }

    /** The tables, without those that only tell which migrations were made. */
    List<String> tables() {
        return database.sql("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'flyway%' order by 1
                        """).query(String.class).list();
    }

    /** The columns, with their tables, in which one of these texts occurs. */
    List<String> columnsWith(Collection<String> texts) {
        String[] all = texts.toArray(String[]::new);
        List<String> found = columnsWith(all, false);
        byte[][] bytes = bytes(all);
        boolean large = database.sql(
                        "select exists (select 1 from pg_largeobject, unnest(?::bytea[]) w where position(w in data) > 0)")
                .param(bytes)
                .query(Boolean.class)
                .single();
        if (large) {
            found.add("pg_largeobject.data");
        }
        return found;
    }

    /** The same of what lies encrypted, where this database is asked while it is opened. */
    List<String> openedWith(Collection<String> texts) {
        return columnsWith(texts.toArray(String[]::new), true);
    }

    private List<String> columnsWith(String[] texts, boolean opened) {
        List<String> found = new ArrayList<>();
        for (Column column : database.sql(COLUMNS)
                .param("opened", opened)
                .query(Column.class)
                .list()) {
            if (holds(column, texts)) {
                found.add(column.name());
            }
        }
        return found;
    }

    private boolean holds(Column column, String[] texts) {
        String table = "\"" + column.tableSchema() + "\".\"" + column.tableName() + "\"";
        String name = "\"" + column.columnName() + "\"";
        boolean binary = column.dataType().equals("bytea");
        String sql = binary
                ? "select exists (select 1 from %s t, unnest(?::bytea[]) w where position(w in t.%s) > 0)"
                : "select exists (select 1 from %s t, unnest(?::text[]) w where position(w in t.%s::text) > 0)";
        return database.sql(sql.formatted(table, name))
                .param(binary ? bytes(texts) : texts)
                .query(Boolean.class)
                .single();
    }

    /** The tables that have a row in which this number stands. */
    TreeSet<String> tablesWith(String caseNumber) {
        TreeSet<String> tables = new TreeSet<>();
        columnsWith(List.of(caseNumber)).forEach(column -> tables.add(column.substring(0, column.indexOf('.'))));
        return tables;
    }

    private static byte[][] bytes(String[] texts) {
        byte[][] bytes = new byte[texts.length][];
        for (int i = 0; i < texts.length; i++) {
            bytes[i] = texts[i].getBytes(StandardCharsets.UTF_8);
        }
        return bytes;
    }
}
