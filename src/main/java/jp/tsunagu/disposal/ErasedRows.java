package jp.tsunagu.disposal;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import jp.tsunagu.disposal.ErasedTables.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All rows of a case, in every table. */
@Component
class ErasedRows {

    private final ErasedTables tables;
    private final MergedPersons merged;
    private final JdbcClient database;

    ErasedRows(ErasedTables tables, MergedPersons merged, JdbcClient database) {
        this.tables = tables;
        this.merged = merged;
        this.database = database;
    }

    /**
     * Takes them away, in the transaction of the caller. The database lets rows go that are only ever added, while the transaction
     * names a disposal that two people approved.
     *
     * @return kind of rows → how many
     */
    SortedMap<String, Integer> erase(UUID disposal, ClosedCase of) {
        erasing(disposal.toString());
        keepStays(of.number());
        Map<String, Object> names = names(of);
        merged.bridge(of, names.get("person") != null);
        SortedMap<String, Integer> erased = new TreeMap<>();
        for (Rows rows : tables.erased()) {
            int gone = database.sql("delete from " + rows.table() + " where " + rows.where())
                    .params(names)
                    .update();
            if (gone > 0) {
                erased.merge(rows.kind(), gone, Integer::sum);
            }
        }
        erasing("");
        return erased;
    }

    private void erasing(String disposal) {
        database.sql("select set_config('tsunagu.erasing', ?, true)")
                .param(disposal)
                .query(String.class)
                .single();
    }

    /**
     * What ended stays counted as it is. A stay that the restored backup has as open goes from the counts: the case came to its end
     * elsewhere.
     */
    private void keepStays(String caseNumber) {
        database.sql("""
                        insert into erased_stay
                        select left_on, step_id, worker, services, emergency, coalesce(waited, 0), target_at is not null, late, cancelled,
                          again, escalated
                        from stay where case_number = ? and left_at is not null
                        """).param(caseNumber).update();
        database.sql(
                        "insert into stay_change (activity_id) select activity_id from stay where case_number = ? and left_at is null")
                .param(caseNumber)
                .update();
    }

    private Map<String, Object> names(ClosedCase of) {
        String[] instancesOfCase = list("""
                select proc_inst_id_ from act_hi_procinst where business_key_ = ?
                union
                select called.proc_inst_id_ from act_hi_procinst p
                join act_hi_procinst called on called.root_proc_inst_id_ = p.root_proc_inst_id_ where p.business_key_ = ?
                """, of.number(), of.number());
        Map<String, Object> names = new HashMap<>();
        names.put("case", of.id());
        names.put("number", of.number());
        names.put("instances", instancesOfCase);
        names.put(
                "tasks",
                database.sql("select id_ from act_hi_taskinst where proc_inst_id_ = any (?)")
                        .param(instancesOfCase)
                        .query(String.class)
                        .list()
                        .toArray(String[]::new));
        names.put(
                "conferences",
                database.sql("select conference_id from conference_item where case_id = ?")
                        .param(of.id())
                        .query(UUID.class)
                        .list()
                        .toArray(UUID[]::new));
        boolean others = database.sql("select exists (select 1 from support_case where person_id = ? and id <> ?)")
                .params(of.person(), of.id())
                .query(Boolean.class)
                .single();
        names.put("person", others ? null : of.person());
        return names;
    }

    private String[] list(String sql, Object... params) {
        return database.sql(sql).params(params).query(String.class).list().toArray(String[]::new);
    }
}
