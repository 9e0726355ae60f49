package jp.tsunagu.procedure.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.engine.Names;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every case in which something is under way, by the state it is in. */
@Component
class OpenCases {

    /** Cases and the newest set that anything of them runs on. */
    static final String ON_SETS = """
            select p.business_key_ as case_number, max(v.long_)::integer as set
            from act_ru_execution p
            join support_case c on c.case_number = p.business_key_
            join act_ru_variable v on v.execution_id_ = p.id_ and v.name_ = '%s'
            where p.id_ = p.proc_inst_id_ group by p.business_key_""".formatted(Names.PROCEDURE_SET);

    private static final String BY_STATE = """
            select p.business_key_, string_agg(concat_ws(' ', d.id_, v.long_, s.called,
              (select string_agg(e.act_id_, ',' order by e.act_id_) from act_ru_execution e
                where e.proc_inst_id_ = p.id_ and e.act_id_ is not null and not e.is_event_scope_
                  and not exists (select 1 from act_ru_execution b where b.parent_id_ = e.id_)),
              (select string_agg(concat(w.activity_id_, ':', w.event_name_), ',' order by w.activity_id_, w.event_name_)
                from act_ru_event_subscr w where w.proc_inst_id_ = p.id_),
              (select string_agg(concat(jd.act_id_, ':', j.handler_type_, ':', j.retries_ = 0), ',' order by jd.act_id_, j.handler_type_)
                from act_ru_job j left join act_ru_jobdef jd on jd.id_ = j.job_def_id_ where j.process_instance_id_ = p.id_)),
              ';' order by d.id_, p.id_) as state
            from act_ru_execution p
            join support_case c on c.case_number = p.business_key_
            join act_re_procdef d on d.id_ = p.proc_def_id_
            left join act_ru_variable v on v.execution_id_ = p.id_ and v.name_ = '%s'
            left join lateral (select caller.act_id_ as called from act_ru_execution caller where caller.id_ = p.super_exec_) s on true
            where p.id_ = p.proc_inst_id_ group by p.business_key_ order by p.business_key_""".formatted(Names.PROCEDURE_SET);

    private static final String PROMISED = """
            select 1 from procedure_move_case k join procedure_publication p on p.set_id = k.set_id
            where k.promised and p.withdrawn_by_set is null""";

    private final JdbcClient database;

    OpenCases(JdbcClient database) {
        this.database = database;
    }

    /** State → the cases that are in it. */
    Map<String, List<String>> byState() {
        Map<String, List<String>> cases = new LinkedHashMap<>();
        database.sql(BY_STATE).query(row -> {
            cases.computeIfAbsent(row.getString(2), first -> new ArrayList<>()).add(row.getString(1));
        });
        return cases;
    }

    /** Process → its version of the diagram in a set. */
    Map<String, String> definitions(int set) {
        Map<String, String> definitions = new LinkedHashMap<>();
        database.sql("""
                        select d.key_, d.id_ from procedure_set_part p
                        join act_re_procdef d on d.key_ = p.part_key and d.version_ = p.version and d.tenant_id_ is null
                        where p.part = 'PROCESS' and p.set_id = ?""").param(set).query(row -> {
            definitions.put(row.getString(1), row.getString(2));
        });
        return definitions;
    }

    /** True if the 経過措置 of an earlier change that is still in force promised the case to end as it began. */
    boolean isPromisedToStay(String caseNumber, int beforeSet) {
        return database.sql("select exists (" + PROMISED + " and k.case_number = ? and k.set_id < ?)")
                .params(caseNumber, beforeSet)
                .query(Boolean.class)
                .single();
    }

    /** All of them. */
    Set<String> promisedToStay() {
        return Set.copyOf(database.sql("select distinct k.case_number" + PROMISED.substring("select 1".length()))
                .query(String.class)
                .list());
    }
}
