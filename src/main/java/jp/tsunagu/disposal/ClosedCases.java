package jp.tsunagu.disposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.retention.Retention;
import jp.tsunagu.retention.Retention.Kept;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases on the verge of disposal: until when they are kept, and what stands against it. */
@Component
class ClosedCases {

    private static final String OF = """
            select c.id, c.case_number as number, c.person_id as person, c.municipality, c.received_on, c.closed_on
            from support_case c where\s""";

    private static final String RUNNING = """
            select distinct coalesce(d.name_, d.key_)
            from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
            where e.business_key_ = ? and e.id_ = e.proc_inst_id_ order by 1""";

    private static final String UNCOUNTED = """
            select exists (select 1 from stay_change where case_number = :number)
              or exists (select 1 from stay_change s join act_hi_actinst a on a.id_ = s.activity_id
                         join act_hi_procinst p on p.id_ = a.proc_inst_id_ where p.business_key_ = :number)""";

    private final JdbcClient database;
    private final Cases cases;
    private final Retention retention;
    private final Holds holds;

    ClosedCases(JdbcClient database, Cases cases, Retention retention, Holds holds) {
        this.database = database;
        this.cases = cases;
        this.retention = retention;
        this.holds = holds;
    }

    Optional<ClosedCase> find(String number) {
        return database.sql(OF + "c.case_number = ?")
                .param(number)
                .query(ClosedCase.class)
                .optional();
    }

    /** The same, and nobody changes it or stops its disposal until the transaction ends. */
    Optional<ClosedCase> lock(UUID id) {
        return database.sql(OF + "c.id = ? for update")
                .param(id)
                .query(ClosedCase.class)
                .optional();
    }

    Kept kept(ClosedCase of) {
        return retention.of(
                of.number(),
                of.closedOn(),
                cases.field(of.number(), "closingReason").asText(""));
    }

    /** What forbids to erase it today, in Japanese; empty if nothing does. */
    List<String> obstacles(ClosedCase of, boolean request, LocalDate today) {
        List<String> obstacles = new ArrayList<>();
        if (of.closedOn() == null) {
            obstacles.add("終結していません。先に終結してください。");
            return obstacles;
        }
        List<String> running =
                database.sql(RUNNING).param(of.number()).query(String.class).list();
        if (!running.isEmpty()) {
            obstacles.add("「" + String.join("」「", running) + "」が終わっていません。");
        }
        holds.standing(of.id())
                .ifPresent(hold -> obstacles.add("廃棄を止めています（" + hold.ground().label() + "）。"));
        if (!request) {
            Kept kept = kept(of);
            if (!today.isAfter(kept.until())) {
                obstacles.add("保存期間が終わっていません（" + Wareki.format(kept.until()) + "まで）。");
            }
        }
        return obstacles;
    }

    /** The counts of 滞留の状況 do not hold the latest steps yet: some seconds. */
    boolean isUncounted(ClosedCase of) {
        return database.sql(UNCOUNTED)
                .param("number", of.number())
                .query(Boolean.class)
                .single();
    }
}
