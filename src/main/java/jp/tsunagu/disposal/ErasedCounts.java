package jp.tsunagu.disposal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jp.tsunagu.casefile.Cases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What monthly and national figures need of an erased case, added to counts: how people came in (age band, sex, route) and how
 * it went on (plans, services, handovers, work, endings). The two are counted apart, so that nobody can be followed from one to the
 * other: beside what could point to a person there is never anything about them.
 */
@Component
class ErasedCounts {

    private static final int YOUNGEST = 20;
    private static final int OLDEST = 65;

    private static final String RESULTS = """
            select date_trunc('month', d.decided_on)::date as month, 'plan' as figure, d.decision_type as value
            from plan p join plan_version v on v.plan_id = p.id join plan_decision d on d.plan_version_id = v.id where p.case_id = :case
            union all
            select date_trunc('month', d.decided_on)::date, 'supportDecision', s.service
            from plan p join plan_version v on v.plan_id = p.id join plan_decision d on d.plan_version_id = v.id
            join support_decision s on s.plan_decision_id = d.id where p.case_id = :case
            union all
            select date_trunc('month', r.opened_on)::date, case r.kind when 'WELFARE_OFFICE' then 'welfareHandover' else 'referral' end,
              coalesce(r.result, 'none')
            from referral r where r.case_id = :case
            union all
            select date_trunc('month', j.rejected_on)::date, 'rejection', j.category
            from plan p join plan_version v on v.plan_id = p.id join rejection j on j.plan_version_id = v.id where p.case_id = :case
            union all
            select date_trunc('month', c.given_on)::date, 'consent', c.answer from consent c where c.case_id = :case and not c.taken_back
            union all
            select date_trunc('month', p.start_time_)::date, 'emergency', 'begun'
            from act_hi_procinst p where p.business_key_ = :number and p.proc_def_key_ = 'emergencySupport'""";

    private final JdbcClient database;
    private final Cases cases;

    ErasedCounts(JdbcClient database, Cases cases) {
        this.database = database;
        this.cases = cases;
    }

    /** How a case came in. */
    record Entry(String municipality, LocalDate month, String ageBand, String sex, String route) {}

    /**
     * One countable thing about how it went on.
     *
     * @param month its first day
     */
    record Result(LocalDate month, String figure, String value) {}

    Entry entry(ClosedCase of) {
        ObjectNode fields = cases.fields(of.number());
        return new Entry(
                of.municipality(),
                of.receivedOn().withDayOfMonth(1),
                ageBand(fields.path("birthDate").asText(""), of.receivedOn()),
                code(fields, "sex"),
                code(fields, "contactRoute"));
    }

    List<Result> results(ClosedCase of) {
        List<Result> results = new java.util.ArrayList<>(database.sql(RESULTS)
                .param("case", of.id())
                .param("number", of.number())
                .query(Result.class)
                .list());
        ObjectNode fields = cases.fields(of.number());
        LocalDate closed = of.closedOn().withDayOfMonth(1);
        results.add(new Result(closed, "closed", code(fields, "closingReason")));
        results.add(new Result(closed, "duration", duration(of)));
        if (fields.hasNonNull("employmentResult")) {
            results.add(new Result(closed, "employment", code(fields, "employmentResult")));
        }
        if (fields.hasNonNull("employmentGain")) {
            results.add(new Result(closed, "employmentGain", code(fields, "employmentGain")));
        }
        return results;
    }

    /** Adds a case to the counts, in the transaction that erases it. */
    void count(ClosedCase of) {
        Entry entry = entry(of);
        database.sql("""
                        insert into erased_entry as e values (?, ?, ?, ?, ?, 1)
                        on conflict (municipality, month, age_band, sex, route) do update set count = e.count + 1
                        """)
                .params(entry.municipality(), entry.month(), entry.ageBand(), entry.sex(), entry.route())
                .update();
        for (Result result : results(of)) {
            database.sql("""
                            insert into erased_result as r values (?, ?, ?, ?, 1)
                            on conflict (municipality, month, figure, value) do update set count = r.count + 1
                            """)
                    .params(of.municipality(), result.month(), result.figure(), result.value())
                    .update();
        }
    }

    /** Ten years wide, as the national form has it; in years at reception. */
    private static String ageBand(String birthDate, LocalDate on) {
        if (birthDate.isBlank()) {
            return "unknown";
        }
        int age = Period.between(LocalDate.parse(birthDate), on).getYears();
        if (age < YOUNGEST) {
            return "-19";
        }
        if (age >= OLDEST) {
            return "65-";
        }
        int from = age / 10 * 10;
        return from + "-" + Math.min(from + 9, OLDEST - 1);
    }

    private static String duration(ClosedCase of) {
        long months = ChronoUnit.MONTHS.between(of.receivedOn(), of.closedOn());
        return months < 3 ? "0-2" : months < 6 ? "3-5" : months < 12 ? "6-11" : months < 24 ? "12-23" : "24-";
    }

    /** Only codes of closed lists are counted: whatever else a field should hold is not taken over. */
    private static String code(ObjectNode fields, String key) {
        String value = fields.path(key).asText("");
        return value.matches("[A-Za-z][A-Za-z0-9]{0,29}") ? value : "unknown";
    }
}
