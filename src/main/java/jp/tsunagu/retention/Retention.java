package jp.tsunagu.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jp.tsunagu.calendar.FiscalYear;
import jp.tsunagu.engine.Decisions;
import jp.tsunagu.engine.ProcedureSets;
import jp.tsunagu.municipality.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Until when a case is kept: so many years after the end of the fiscal year in which it was closed, as decision table {@code
 * retention} says for the kinds of records in it. The kind that is kept longest counts for the whole case: a file is not torn
 * apart. The table in force today counts, also for cases that were closed under another one.
 */
@Component
public class Retention {

    private static final String TABLE = "retention";

    /** The kinds of records, and whether a case holds some. */
    private static final String RECORD_TYPES = """
            select 'case' union all
            select 'supportDecision' where exists (
              select 1 from support_case c join plan p on p.case_id = c.id join plan_version v on v.plan_id = p.id
              join plan_decision d on d.plan_version_id = v.id join support_decision s on s.plan_decision_id = d.id
              where c.case_number = :case) union all
            select 'welfareHandover' where exists (
              select 1 from support_case c join referral r on r.case_id = c.id
              where c.case_number = :case and r.kind = 'WELFARE_OFFICE') union all
            select 'complaint' where exists (
              select 1 from support_case c join case_event e on e.case_id = c.id
              where c.case_number = :case and e.message = 'complaintReceived')""";

    private final Decisions decisions;
    private final ProcedureSets sets;
    private final Settings settings;
    private final JdbcClient database;

    Retention(Decisions decisions, ProcedureSets sets, Settings settings, JdbcClient database) {
        this.decisions = decisions;
        this.sets = sets;
        this.settings = settings;
        this.database = database;
    }

    /**
     * Until when, and why.
     *
     * @param until the last day on which the case has to be there
     * @param reason of the row that gave the most years, in Japanese
     */
    public record Kept(LocalDate until, String reason) {}

    private record Rule(int years, String reason) {}

    /**
     * Until when this case is kept.
     *
     * @param closingReason as {@code closeCase} has it; empty where a case ended without one
     * @throws IllegalStateException if the table has no row for the case, or is not there: then nothing may be disposed of
     */
    public Kept of(String caseNumber, LocalDate closedOn, String closingReason) {
        List<Rule> rules = new ArrayList<>();
        for (String recordType : recordTypes(caseNumber)) {
            rules.add(rule(closingReason, recordType));
        }
        Rule longest = rules.stream().max(Comparator.comparingInt(Rule::years)).orElseThrow();
        LocalDate end = FiscalYear.of(closedOn).lastDay();
        int least = least();
        return longest.years() >= least
                ? new Kept(end.plusYears(longest.years()), longest.reason())
                : new Kept(end.plusYears(least), "自治体の設定により、終結した年度の翌年度から" + least + "年保存する");
    }

    /** By which rules: a case is reckoned anew when this changes. */
    public String rules() {
        return sets.current() + "/" + least();
    }

    private List<String> recordTypes(String caseNumber) {
        return database.sql(RECORD_TYPES)
                .param("case", caseNumber)
                .query(String.class)
                .list();
    }

    private Rule rule(String closingReason, String recordType) {
        Map<String, Object> inputs = Map.of(
                "municipality", settings.municipality(), "closingReason", closingReason, "recordType", recordType);
        return decisions.rows(sets.current(), TABLE, inputs).stream()
                .findFirst()
                .map(row -> new Rule(((Number) row.get("years")).intValue(), (String) row.get("reason")))
                .orElseThrow(() -> new IllegalStateException("判定表 retention に " + recordType + " の行がありません。"));
    }

    private int least() {
        return settings.today(Settings.YEARS_KEPT).map(Integer::parseInt).orElse(0);
    }
}
