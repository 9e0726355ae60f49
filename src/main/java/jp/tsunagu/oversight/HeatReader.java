package jp.tsunagu.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.QueryPlans;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The heat of all processes, from counts: by day and month for what has ended, by day of entry for what is open. Only what one
 * person does is read stay by stay; that is little.
 */
@Component
class HeatReader {

    private static final String KNOWN = """
             d.process, d.step, %s
            from %s join diagram_step d on d.id = s.step_id
            where (cast(:role as varchar) is null or d.role = :role) and (cast(:version as integer) is null or d.version = :version)
              and (cast(:emergency as boolean) is null or s.emergency = :emergency)""";

    private static final String BEYOND = "s.target_at < :now and not s.paused";

    private static final String SO_FAR = """
             left join working_day_number n on n.day = s.entered_on
            cross join lateral (select greatest(0, :today - coalesce(n.number, 0)) as days) waited""";

    private static final String OPEN = "select " + KNOWN.formatted("""
                    days, sum(s.count), sum(s.count) filter (where\s""" + BEYOND + """
            ), sum(s.count) filter (where s.again), sum(s.count) filter (where s.escalated)""", "stays_open s" + SO_FAR)
            + " and s.service = :service group by 1, 2, 3";

    private static final String OPEN_OF_WORKER = "select "
            + KNOWN.formatted(
                    """
                    days, count(*), count(*) filter (where\s""" + BEYOND + """
            ), count(*) filter (where s.again), count(*) filter (where s.escalated)""", "act_ru_task t join stay s on s.task_id = t.id_ and s.left_at is null" + SO_FAR)
            + " and t.assignee_ = :worker and (:service = '' or :service = any (s.services)) group by 1, 2, 3";

    private static final String LEFT_COUNTS =
            "waited, sum(done), sum(not_done), sum(with_target), sum(late), sum(again), sum(escalated)";

    /** Few numbers by few short keys first; names only for what is left. */
    private static final String SUMMED = """
            (select step_id, emergency, waited, sum(count) filter (where not cancelled) as done,
               sum(count) filter (where cancelled) as not_done, sum(count) filter (where measured and not cancelled) as with_target,
               sum(count) filter (where late and not cancelled) as late, sum(count) filter (where again) as again,
               sum(count) filter (where escalated) as escalated
             from (%s) counted group by 1, 2, 3) s""";

    /** Whole months from the counts of months, the days before and after them from those of days. */
    private static final String LEFT =
            "select " + KNOWN.formatted(LEFT_COUNTS, SUMMED.formatted("""
                    select * from stays_of_month where service = :service and left_on >= :month and left_on < :monthsEnd
                    union all
                    select * from stays_of_day where service = :service and left_on >= :from and left_on < least(:month, :end)
                    union all
                    select * from stays_of_day where service = :service and left_on >= greatest(:monthsEnd, :from) and left_on < :end
                      and :monthsEnd >= :month""")) + " group by 1, 2, 3";

    private static final String LEFT_BY_WORKER =
            "select " + KNOWN.formatted(LEFT_COUNTS, SUMMED.formatted("""
                    select step_id, emergency, waited, target_at is not null as measured, late, cancelled, again, escalated, 1 as count
                    from stay where worker = :worker and left_on >= :from and left_on < :end
                      and (:service = '' or :service = any (services))
                    union all
                    select step_id, emergency, waited, measured, late, cancelled, again, escalated, 1
                    from erased_stay where worker = :worker and left_on >= :from and left_on < :end
                      and (:service = '' or :service = any (services))""")) + " group by 1, 2, 3";

    private final JdbcClient database;
    private final WorkingDays workingDays;
    private final WorkingDayNumbers numbers;
    private final Clock clock;

    HeatReader(JdbcClient database, WorkingDays workingDays, WorkingDayNumbers numbers, Clock clock) {
        this.database = database;
        this.workingDays = workingDays;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Process key → step → figures; a step without a single stay is not there. */
    @Transactional(readOnly = true)
    public Map<String, Map<String, StepHeat>> read(HeatFilter filter) {
        QueryPlans.forWhatIsAsked(database);
        Map<String, Map<String, StepHeat>> heat = new TreeMap<>();
        filtered(filter.worker() == null ? OPEN : OPEN_OF_WORKER, filter)
                .param("now", OffsetDateTime.now(clock))
                .param("today", numbers.of(workingDays.today()))
                .query(row -> {
                    of(heat, row)
                            .addOpen(row.getInt(3), row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7));
                });
        left(filter).query(row -> {
            of(heat, row)
                    .addLeft(
                            row.getInt(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6),
                            row.getLong(7),
                            row.getLong(8),
                            row.getLong(9));
        });
        return heat;
    }

    private StatementSpec left(HeatFilter filter) {
        YearMonth firstWhole = YearMonth.from(filter.from().minusDays(1)).plusMonths(1);
        LocalDate end = filter.to().plusDays(1);
        StatementSpec statement = filtered(filter.worker() == null ? LEFT : LEFT_BY_WORKER, filter)
                .param("from", filter.from())
                .param("end", end);
        return filter.worker() != null
                ? statement
                : statement
                        .param("month", firstWhole.atDay(1))
                        .param("monthsEnd", monthsEnd(filter).atDay(1));
    }

    /** Nothing has ended after today: a month that is still going on counts as a whole one. */
    private YearMonth monthsEnd(HeatFilter filter) {
        return YearMonth.from(filter.to().plusDays(1)).plusMonths(filter.to().isBefore(workingDays.today()) ? 0 : 1);
    }

    private StatementSpec filtered(String sql, HeatFilter filter) {
        StatementSpec statement = database.sql(sql)
                .param("role", filter.role(), Types.VARCHAR)
                .param("version", filter.version(), Types.INTEGER)
                .param("emergency", filter.emergency(), Types.BOOLEAN)
                .param("service", filter.service() == null ? "" : filter.service());
        return filter.worker() == null ? statement : statement.param("worker", filter.worker());
    }

    private static StepHeat of(Map<String, Map<String, StepHeat>> heat, ResultSet row) throws SQLException {
        return heat.computeIfAbsent(row.getString(1), process -> new HashMap<>())
                .computeIfAbsent(row.getString(2), step -> new StepHeat());
    }
}
