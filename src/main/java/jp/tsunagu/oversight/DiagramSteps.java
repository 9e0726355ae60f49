package jp.tsunagu.oversight;

import java.util.List;
import jp.tsunagu.engine.Diagrams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps of every diagram that was deployed, in a table, so that counts can be joined with them. */
@Component
class DiagramSteps {

    private static final String UNKNOWN = """
            from act_re_procdef p
            where not exists (select 1 from diagram_step d where d.process_definition_id = p.id_)""";

    private final JdbcClient database;
    private final Diagrams diagrams;

    private record Definition(String id, String key, int version) {}

    DiagramSteps(JdbcClient database, Diagrams diagrams) {
        this.database = database;
        this.diagrams = diagrams;
    }

    /** Takes in what was deployed since, and what history names although its diagram is gone. */
    void learn() {
        List<Definition> unknown =
                database.sql("""
                        select p.id_ as id, p.key_ as key, p.version_ as version\s""" + UNKNOWN).query(Definition.class).list();
        unknown.forEach(this::learn);
        database.sql("""
                        insert into diagram_step (process_definition_id, process, version, step, name, kind)
                        select distinct on (a.proc_def_id_, a.act_id_) a.proc_def_id_, a.proc_def_key_,
                          coalesce(p.version_, 0), a.act_id_, coalesce(a.act_name_, ''), a.act_type_
                        from (select activity_id from stay_change order by id limit %d) c
                        join act_hi_actinst a on a.id_ = c.activity_id left join act_re_procdef p on p.id_ = a.proc_def_id_
                        where not exists (select 1 from diagram_step d
                          where d.process_definition_id = a.proc_def_id_ and d.step = a.act_id_)
                        on conflict do nothing
                        """.formatted(Stays.MOST)).update();
    }

    /** Whether all that was deployed has been taken in. */
    boolean isComplete() {
        return database.sql("select not exists (select 1 " + UNKNOWN + ")")
                .query(Boolean.class)
                .single();
    }

    private void learn(Definition definition) {
        for (Diagrams.Step step : diagrams.steps(definition.id())) {
            database.sql("""
                            insert into diagram_step (process_definition_id, process, version, step, name, kind, role, calls)
                            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                            """)
                    .params(
                            definition.id(),
                            definition.key(),
                            definition.version(),
                            step.id(),
                            step.name(),
                            step.kind(),
                            step.role(),
                            step.calls())
                    .update();
        }
    }
}
