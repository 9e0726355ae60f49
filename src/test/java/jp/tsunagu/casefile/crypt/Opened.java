package jp.tsunagu.casefile.crypt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What lies encrypted in a database, opened for tests that ask it questions in SQL: under {@code search_path = opened, public} the
 * tables are what they would be without encryption.
 */
@TestComponent
public final class Opened {

    /** The key of installations that tests make. */
    public static final String KEY = "dHN1bmFndSB0ZXN0cyBvbmx5LCBuZXZlciBpbiB1c2U=";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> DOCUMENTS = Set.of("fields", "data", "content");

    /** Scans are nothing for a question. */
    private static final List<SealedTable> TABLES = SealedTable.ALL.stream()
            .filter(table -> !table.name().startsWith("attachment"))
            .toList();

    private final DataSource source;
    private final Vault vault;

    @Autowired
    Opened(DataSource source, Vault vault) {
        this.source = source;
        this.vault = vault;
    }

    /** Of an installation that has {@link #KEY}. */
    public static Opened of(DataSource source) {
        return new Opened(source, vault(KEY));
    }

    static Vault vault(String keys) {
        return new Vault(new DataKeys(keys, "", Path.of("")));
    }

    /** Asks; nobody else meets the opened tables. */
    public <T> T ask(Function<JdbcClient, T> question) {
        SingleConnectionDataSource one = single();
        try {
            JdbcClient database = JdbcClient.create(one);
            database.sql("select pg_advisory_lock(7106041)").query().listOfRows();
            make(database);
            TABLES.forEach(table -> refresh(database, table));
            database.sql("set search_path = opened, public").update();
            return question.apply(database);
        } finally {
            JdbcClient.create(one)
                    .sql("select pg_advisory_unlock_all()")
                    .query()
                    .listOfRows();
            JdbcClient.create(one).sql("reset search_path").update();
            one.destroy();
        }
    }

    /** What the forms hold of a case is as if somebody had answered so too. */
    public void answers(String caseNumber, Map<String, ?> more) {
        ObjectNode fields = ask(database ->
                (ObjectNode) json(database.sql("select fields::text from support_case where case_number = ?")
                        .param(caseNumber)
                        .query(String.class)
                        .single()));
        more.forEach((field, answer) -> fields.set(field, JSON.valueToTree(answer)));
        JdbcClient database = JdbcClient.create(source);
        UUID id = database.sql("select id from support_case where case_number = ?")
                .param(caseNumber)
                .query(UUID.class)
                .single();
        database.sql("update support_case set fields = ? where id = ?")
                .params(vault.seal(Place.of("support_case.fields", id), fields.toString()), id)
                .update();
    }

    /** Makes the rows of a copy of the tables what they were before there was encryption. */
    public void unseal(String schema) {
        JdbcClient database = JdbcClient.create(source);
        for (SealedTable table : SealedTable.ALL) {
            if (isThere(database, schema, table)) {
                unseal(database, schema, table);
            }
        }
    }

    private void unseal(JdbcClient database, String schema, SealedTable table) {
        List<Object[]> rows = database.sql(
                        "select " + table.row() + " as row, t.* from " + schema + "." + table.name() + " t")
                .query((row, number) -> {
                    Object[] values = new Object[table.columns().size() + 1];
                    for (int at = 0; at < table.columns().size(); at++) {
                        values[at] = vault.open(
                                table.place(at, row.getString("row")),
                                row.getBytes(table.columns().get(at)));
                    }
                    values[values.length - 1] = row.getString("row");
                    return values;
                })
                .list();
        rows.forEach(values -> database.sql(table.update().replace("update ", "update " + schema + "."))
                .params(values)
                .update());
    }

    private static boolean isThere(JdbcClient database, String schema, SealedTable table) {
        return database.sql("select to_regclass(?) is not null")
                .param(schema + "." + table.name())
                .query(Boolean.class)
                .single();
    }

    private SingleConnectionDataSource single() {
        try {
            return new SingleConnectionDataSource(source.getConnection(), true);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void make(JdbcClient database) {
        database.sql("create schema if not exists opened").update();
        for (SealedTable table : TABLES) {
            if (!isThere(database, "opened", table)) {
                database.sql("create table opened." + table.name() + " as select *, xmin::text as was from public."
                                + table.name() + " where false")
                        .update();
                table.columns()
                        .forEach(column -> database.sql("alter table opened." + table.name() + " alter column " + column
                                        + " type " + type(column) + " using null")
                                .update());
            }
        }
    }

    private static String type(String column) {
        return DOCUMENTS.contains(column) ? "jsonb" : column.equals("birth_date") ? "date" : "text";
    }

    /** Only what changed since: walks ask often. */
    private void refresh(JdbcClient database, SealedTable table) {
        String opened = "opened." + table.name();
        database.sql("delete from " + opened + " o where not exists (select 1 from public." + table.name() + " x where "
                        + of(table, "o") + " = " + of(table, "x") + " and o.was = x.xmin::text)")
                .update();
        record Row(String key, String values) {}
        List<Row> rows = database.sql("select " + of(table, "x") + "::text as row, x.* from public." + table.name()
                        + " x where not exists (select 1 from " + opened + " o where " + of(table, "o") + " = "
                        + of(table, "x") + ")")
                .query((row, number) -> {
                    ObjectNode values = JSON.createObjectNode();
                    for (int at = 0; at < table.columns().size(); at++) {
                        String column = table.columns().get(at);
                        String text = vault.text(table.place(at, row.getString("row")), row.getBytes(column));
                        if (DOCUMENTS.contains(column) && text != null) {
                            values.set(column, json(text));
                        } else {
                            values.put(column, text);
                        }
                    }
                    return new Row(row.getString("row"), values.toString());
                })
                .list();
        rows.forEach(row -> database.sql("insert into " + opened + " select (jsonb_populate_record(null::" + opened
                        + ", to_jsonb(x) || cast(? as jsonb) || jsonb_build_object('was', x.xmin::text))).* from public."
                        + table.name() + " x where " + of(table, "x") + "::text = ?")
                .params(row.values(), row.key())
                .update());
    }

    private static String of(SealedTable table, String alias) {
        return table.row().equals("user_id || '/' || subject")
                ? "(" + alias + ".user_id || '/' || " + alias + ".subject)"
                : alias + "." + table.row();
    }

    private static com.fasterxml.jackson.databind.JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
