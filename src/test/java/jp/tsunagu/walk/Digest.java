package jp.tsunagu.walk;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything about one case, in the case file and in the engine, boiled down to one text: equal texts, nothing changed. */
final class Digest {

    private static final List<String> OF_CASE_FILE = List.of(
            "form_document",
            "consent",
            "progress_record",
            "case_worker",
            "conference_item",
            "notice",
            "referral",
            "plan");

    private static final List<String> OF_PLAN = List.of("plan_act", "plan_decision", "rejection");

    private static final List<String> OF_ENGINE = List.of(
            "act_ru_task",
            "act_ru_job:process_instance_id_",
            "act_ru_variable",
            "act_ru_event_subscr",
            "act_ru_incident",
            "act_hi_actinst",
            "act_hi_taskinst");

    private static final String SQL = sql();

    private final JdbcClient database;

    Digest(JdbcClient database) {
        this.database = database;
    }

    String of(String caseNumber) {
        return database.sql(SQL)
                .param("number", caseNumber)
                .query((row, number) -> row.getString(1) + "=" + row.getString(2))
                .list()
                .toString();
    }

    /** How many cases there are, for an act that would make one. */
    String ofAll() {
        return database.sql("select (select count(*) from support_case) || ' ' || (select count(*) from form_document) "
                        + "|| ' ' || (select count(*) from act_ru_execution) || ' ' || (select count(*) from access_record) "
                        + "|| ' ' || (select coalesce(sum(last_serial), 0) from case_number_series)")
                .query(String.class)
                .single();
    }

    private static String sql() {
        StringBuilder sql = new StringBuilder("with c as (select * from support_case where case_number = :number) ");
        sql.append(part("support_case", "select x from c x"));
        sql.append(" union all ").append(part("person", "select x from person x join c on c.person_id = x.id"));
        sql.append(" union all ")
                .append(part("access_record", "select x from access_record x where x.case_number = :number"));
        OF_CASE_FILE.forEach(table -> sql.append(" union all ")
                .append(part(table, "select x from " + table + " x join c on c.id = x.case_id")));
        sql.append(" union all ")
                .append(part(
                        "plan_version",
                        "select x from plan_version x join plan p on p.id = x.plan_id join c on c.id = p.case_id"));
        OF_PLAN.forEach(table -> sql.append(" union all ")
                .append(part(
                        table,
                        "select x from " + table + " x join plan_version v on v.id = x.plan_version_id "
                                + "join plan p on p.id = v.plan_id join c on c.id = p.case_id")));
        sql.append(" union all ")
                .append(part(
                        "support_decision",
                        "select x from support_decision x join plan_decision d "
                                + "on d.id = x.plan_decision_id join plan_version v on v.id = d.plan_version_id "
                                + "join plan p on p.id = v.plan_id join c on c.id = p.case_id"));
        sql.append(" union all ")
                .append(part(
                        "act_ru_execution",
                        "select x from act_ru_execution x where x.proc_inst_id_ in "
                                + "(select e.id_ from act_ru_execution e where e.business_key_ = :number)"));
        sql.append(" union all ")
                .append(part("act_hi_procinst", "select x from act_hi_procinst x where x.business_key_ = :number"));
        OF_ENGINE.forEach(table -> sql.append(" union all ").append(ofEngine(table)));
        return sql.toString();
    }

    private static String ofEngine(String tableAndColumn) {
        String table = tableAndColumn.split(":")[0];
        String column = tableAndColumn.contains(":") ? tableAndColumn.split(":")[1] : "proc_inst_id_";
        return part(
                table,
                "select x from " + table + " x where x." + column
                        + " in (select h.id_ from act_hi_procinst h where h.business_key_ = :number)");
    }

    private static String part(String name, String rows) {
        return "select '" + name
                + "', md5(coalesce(string_agg(r.t, '|' order by r.t), '')) from (select s.x::text t from (" + rows
                + ") s(x)) r";
    }
}
