package jp.tsunagu.disposal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.disposal.ErasedTables.Rows;
import jp.tsunagu.engine.CaseInstances;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases one case that two people approved, in one transaction: all of its rows or none, with the counts and the certificate. Killed in
 * the middle it has not happened, and is done by whoever comes next.
 */
@Component
class Erasure {

    private final DisposalTable disposals;
    private final ClosedCases closedCases;
    private final ErasedTables tables;
    private final ErasedCounts counts;
    private final MergedPersons merged;
    private final Certificates certificates;
    private final CaseInstances instances;
    private final AccessLog accessLog;
    private final JdbcClient database;
    private final Clock clock;

    Erasure(
            DisposalTable disposals,
            ClosedCases closedCases,
            ErasedTables tables,
            ErasedCounts counts,
            MergedPersons merged,
            Certificates certificates,
            CaseInstances instances,
            AccessLog accessLog,
            JdbcClient database,
            Clock clock) {
        this.disposals = disposals;
        this.closedCases = closedCases;
        this.tables = tables;
        this.counts = counts;
        this.merged = merged;
        this.certificates = certificates;
        this.instances = instances;
        this.accessLog = accessLog;
        this.database = database;
        this.clock = clock;
    }

    /** Erases, or notes what stands against it. Another node that is at it is left alone; empty if nothing was erased. */
    @Transactional
    public Optional<Certificate> erase(UUID disposal) {
        Optional<Disposal> taken = disposals.take(disposal, Disposal.State.APPROVED);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        Disposal of = taken.get();
        ClosedCase closed = closedCases.lock(of.caseId()).orElseThrow();
        List<String> obstacles = closedCases.obstacles(closed, of.request(), LocalDate.now(clock));
        if (!obstacles.isEmpty()) {
            disposals.obstructed(disposal, String.join("", obstacles));
            return Optional.empty();
        }
        if (closedCases.isUncounted(closed)) {
            return Optional.empty();
        }
        return Optional.of(erase(of, closed, false));
    }

    /**
     * A backup has brought back what was erased: it is erased again, whatever was under way when the backup was made. A case that the
     * backup did not know has its certificate restored.
     */
    @Transactional
    public void eraseAgain(Certificate of) {
        Optional<ClosedCase> back = closedCases.lock(of.caseId());
        disposals.restore(of);
        if (back.isEmpty()) {
            disposals.erased(of.disposalId());
            certificates.add(of);
            return;
        }
        instances.removeAll(of.caseNumber());
        Disposal disposal =
                disposals.take(of.disposalId(), Disposal.State.APPROVED).orElseThrow();
        ClosedCase closed = back.get();
        erase(
                disposal,
                new ClosedCase(
                        closed.id(),
                        closed.number(),
                        closed.person(),
                        closed.municipality(),
                        closed.receivedOn(),
                        of.closedOn()),
                true);
    }

    private Certificate erase(Disposal of, ClosedCase closed, boolean afterRestore) {
        counts.count(closed);
        begin(of);
        keepStays(closed.number());
        Map<String, Object> names = names(closed);
        merged.bridge(closed, names.get("person") != null);
        SortedMap<String, Integer> erased = new TreeMap<>();
        for (Rows rows : tables.erased()) {
            int gone = database.sql("delete from " + rows.table() + " where " + rows.where())
                    .params(names)
                    .update();
            if (gone > 0) {
                erased.merge(rows.kind(), gone, Integer::sum);
            }
        }
        Certificate certificate = Certificate.of(of, OffsetDateTime.now(clock), erased, afterRestore);
        certificates.add(certificate);
        accessLog.record(of.approvedBy(), closed.number(), "廃棄", null);
        disposals.erased(of.id());
        end();
        return certificate;
    }

    /** The database lets rows go that are only ever added, while this names a disposal that two people approved. */
    private void begin(Disposal of) {
        setting(of.id().toString());
    }

    private void end() {
        setting("");
    }

    private void setting(String value) {
        database.sql("select set_config('tsunagu.erasing', ?, true)")
                .param(value)
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
                select proc_inst_id_ from act_hi_procinst where root_proc_inst_id_ in (
                  select root_proc_inst_id_ from act_hi_procinst where business_key_ = ?) or business_key_ = ?
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
