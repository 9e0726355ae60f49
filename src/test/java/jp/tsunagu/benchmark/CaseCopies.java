package jp.tsunagu.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import jp.tsunagu.casefile.crypt.Opened;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fills a database with copies of the cases that were really walked in it, engine and case file alike: as many rows, of the
 * same sizes and with the same links, under ids and case numbers of their own.
 *
 * <p>Which columns carry ids is not listed here: it is read from the rows themselves.
 */
public final class CaseCopies {

    private static final int BATCH = 500;
    private static final String NUMBER = "^R8-\\d{5}$";

    /** Of the office or of a diagram, not of a case: a meeting is for many cases. */
    private static final List<String> NOT_COPIED = List.of("conference", "conference_attendee", "act_ru_jobdef");

    private final JdbcTemplate database;
    private final Map<String, Boolean> linked = new HashMap<>();
    private final int cases;
    private int copied;

    /** Takes all cases that are in the database as the pattern. */
    public CaseCopies(DataSource source) {
        database = new JdbcTemplate(source);
        database.execute("create schema pattern");
        database.execute("create table pattern.ids (id text primary key)");
        database.execute("""
                create function pattern.id(of text, n int) returns text language sql immutable as
                $$ select md5(of || '/' || n)::uuid::text $$""");
        // numbers of years to come, so that no case of the benchmark itself meets one of them
        database.execute("""
                create function pattern.number(of text, n int, cases int) returns text language sql immutable as
                $$ select 'R' || (20 + (n * cases + right(of, 5)::int) / 90000)
                       || '-' || lpad(((n * cases + right(of, 5)::int) % 90000)::text, 5, '0') $$""");
        tables().forEach(table -> database.execute(
                "create table pattern." + table + " as select * from public." + table + restriction(table)));
        // a copied value would be bound to the row it was copied from
        Opened.of(source).unseal("pattern");
        collectIds();
        cases = database.queryForObject(
                "select max(right(business_key_, 5)::int) from pattern.act_hi_procinst", Integer.class);
    }

    /** How many cases one copy of the pattern is. */
    int casesPerCopy() {
        return cases;
    }

    /** Adds copies until there are so many cases, the pattern itself counted. */
    public void fillTo(int wanted) {
        addRows(Math.max(wanted / cases - 1 - copied, 0));
        database.execute("vacuum analyze");
    }

    /** Adds so many copies of the whole pattern. */
    void addRows(int copies) {
        int until = copied + copies;
        for (int from = copied + 1; from <= until; from += BATCH) {
            copy(from, Math.min(from + BATCH - 1, until));
        }
        copied = until;
    }

    private void copy(int from, int to) {
        // one connection, as the setting is the session's; foreign keys and append-only triggers have nothing to say to
        // copies
        database.execute((java.sql.Connection connection) -> {
            try (var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("set local session_replication_role = replica");
                statement.execute("set local synchronous_commit = off");
                for (String table : tables()) {
                    statement.execute(insert(table, from, to));
                }
                connection.commit();
                connection.setAutoCommit(true);
            }
            return null;
        });
    }

    private List<String> tables() {
        return database.queryForList("""
                        select c.relname from pg_class c join pg_namespace s on s.oid = c.relnamespace
                        where s.nspname = 'public' and c.relkind = 'r' and (
                            c.relname like 'act\\_ru\\_%' or c.relname like 'act\\_hi\\_%' or c.relname = 'act_ge_bytearray'
                            or c.relname = 'access_record'
                            or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'id'
                                       and a.atttypid = 'uuid'::regtype and not a.attisdropped))
                        order by 1
                        """, String.class).stream()
                .filter(table -> !NOT_COPIED.contains(table))
                .toList();
    }

    private static String restriction(String table) {
        return switch (table) {
            case "act_ge_bytearray" -> " where deployment_id_ is null";
            case "act_ru_authorization" ->
                " where resource_id_ in (select id_ from public.act_ru_task union select id_ from public.act_hi_taskinst)";
            case "act_ru_job" -> " where execution_id_ is not null";
            case "act_hi_op_log" -> " where proc_inst_id_ is not null";
            case "act_hi_job_log" -> " where process_instance_id_ is not null";
            case "act_ru_filter", "act_ru_meter_log" -> " where false";
            default -> "";
        };
    }

    private void collectIds() {
        for (String table : tables()) {
            if (table.startsWith("act_")) {
                database.execute(
                        "insert into pattern.ids select id_ from pattern." + table + " on conflict do nothing");
            }
        }
        for (String column : List.of(
                "act_hi_actinst.execution_id_", "act_hi_actinst.proc_inst_id_", "act_ru_execution.act_inst_id_")) {
            String[] parts = column.split("\\.");
            database.execute("insert into pattern.ids select " + parts[1] + " from pattern." + parts[0] + " where "
                    + parts[1] + " is not null on conflict do nothing");
        }
    }

    private String insert(String table, int from, int to) {
        List<Map<String, Object>> columns = database.queryForList("""
                select column_name as name, data_type as type from information_schema.columns
                where table_schema = 'public' and table_name = ? and is_identity = 'NO' order by ordinal_position
                """, table);
        List<String> names =
                columns.stream().map(column -> (String) column.get("name")).toList();
        List<String> values = columns.stream()
                .map(column -> value(table, (String) column.get("name"), (String) column.get("type")))
                .toList();
        return "insert into public." + table + " (" + String.join(", ", names) + ") select " + String.join(", ", values)
                + " from pattern." + table + " t cross join generate_series(" + from + ", " + to + ") n";
    }

    private String value(String table, String name, String type) {
        String column = "t." + name;
        boolean ofOffice = name.equals("conference_id");
        if (type.equals("uuid") && !ofOffice) {
            return "md5(" + column + "::text || '/' || n)::uuid";
        }
        if (name.equals("cause")) {
            return column + " || '/' || n";
        }
        if (!type.startsWith("character varying") || ofOffice) {
            return column;
        }
        return isLinked(table, name)
                ? "case when " + column + " in (select id from pattern.ids) then pattern.id(" + column + ", n) when "
                        + column + " ~ '" + NUMBER + "' then pattern.number(" + column + ", n, " + cases + ") else "
                        + column + " end"
                : column;
    }

    /** Whether any row of the pattern has an id or a case number there. */
    private boolean isLinked(String table, String name) {
        return linked.computeIfAbsent(
                table + "." + name,
                key -> database.queryForObject(
                        "select exists(select 1 from pattern." + table + " where " + name
                                + " in (select id from pattern.ids) or " + name + " ~ '" + NUMBER + "')",
                        Boolean.class));
    }
}
