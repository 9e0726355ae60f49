package jp.tsunagu.oversight.forecast;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import jp.tsunagu.engine.QueryPlans;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One page of the present forecast. A step that was done since it was made is no longer there. */
@Component
class ForecastRows {

    static final int SIZE = 25;

    /** Nobody turns so many pages: beyond, it is only said that there are more. */
    static final int MOST = 1000;

    /** As the database has it. */
    record Row(
            String number,
            double probability,
            ForecastRow.Step step,
            String role,
            String late,
            boolean same,
            OffsetDateTime target,
            String worker,
            LocalDate next,
            int learntFrom) {}

    /** From the likeliest down, until there are enough: each is looked up. */
    private static final String OF_ALL = """
            from forecast_case f
            cross join lateral (
              select s.task_id, s.step_id, s.target_at from stay s
              where s.activity_id = f.activity_id and s.left_at is null and not s.paused offset 0) s
            left join act_ru_task t on t.id_ = s.task_id
            where f.probability >= :least and f.case_number not in (select hidden_from(:user))""";

    /** From what they have in hand: that is little. */
    private static final String OF_WORKER = """
            from act_ru_task t join stay s on s.task_id = t.id_ and s.left_at is null and not s.paused
            join forecast_case f on f.activity_id = s.activity_id
            where f.probability >= :least and f.case_number not in (select hidden_from(:user)) and t.assignee_ = :worker""";

    private static final String COUNT = "select count(*) from (select 1 %s limit " + (MOST + 1) + ") counted";

    private static final String PAGE = """
            select g.case_number, g.probability, d.process, d.step, d.name, g.role, l.name, (d.process, d.step) = (g.late_process, g.late_step),
              g.target_at, g.assignee_, c.next_date, coalesce(k.stays, 0)
            from (select f.*, s.step_id, s.target_at, t.assignee_ %s
              order by f.probability desc, f.case_number limit :size offset :from) g
            join diagram_step d on d.id = g.step_id
            left join forecast_step l on l.process = g.late_process and l.step = g.late_step
            left join forecast_step k on k.process = d.process and k.step = d.step
            left join support_case c on c.case_number = g.case_number
            order by g.probability desc, g.case_number""";

    private final JdbcClient database;

    ForecastRows(JdbcClient database) {
        this.database = database;
    }

    /** At most one more than {@link #MOST}. */
    int count(String user, ForecastFilter filter) {
        return filtered(COUNT, user, filter).query(Integer.class).single();
    }

    List<Row> page(String user, ForecastFilter filter, int page) {
        return filtered(PAGE, user, filter)
                .param("size", SIZE)
                .param("from", (page - 1) * SIZE)
                .query((row, number) -> row(row))
                .list();
    }

    void planEachAnew() {
        QueryPlans.forWhatIsAsked(database);
    }

    private JdbcClient.StatementSpec filtered(String sql, String user, ForecastFilter filter) {
        boolean ofRole = !filter.role().isEmpty();
        boolean ofWorker = !filter.worker().isEmpty();
        String from = (ofWorker ? OF_WORKER : OF_ALL) + (ofRole ? " and f.role = :role" : "");
        JdbcClient.StatementSpec statement = database.sql(sql.formatted(from))
                .param("least", filter.least().from())
                .param("user", user);
        statement = ofRole ? statement.param("role", filter.role()) : statement;
        return ofWorker ? statement.param("worker", filter.worker()) : statement;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString(1),
                row.getDouble(2),
                new ForecastRow.Step(row.getString(3), row.getString(4), row.getString(5)),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8),
                row.getObject(9, OffsetDateTime.class),
                row.getString(10),
                row.getObject(11, LocalDate.class),
                row.getInt(12));
    }
}
