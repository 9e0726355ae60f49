package jp.tsunagu.oversight;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagu.calendar.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads every row of the planted history and counts, as simply as can be: nothing of the roll-up is used. */
final class CountedByHand {

    private final JdbcClient database;
    private final WorkingDays workingDays;
    private final OffsetDateTime now;

    /** A line of history with what belongs to it. */
    private record Line(
            String id,
            String caseNumber,
            String process,
            int version,
            String step,
            String role,
            OffsetDateTime entered,
            OffsetDateTime left,
            int state,
            String taskId,
            String doneBy,
            String openWith,
            OffsetDateTime due,
            OffsetDateTime target,
            boolean paused,
            boolean escalated) {}

    private record Begun(String caseNumber, OffsetDateTime at) {}

    private record Plan(String caseNumber, OffsetDateTime at, List<String> services) {}

    CountedByHand(JdbcClient database, WorkingDays workingDays, OffsetDateTime now) {
        this.now = now;
        this.database = database;
        this.workingDays = workingDays;
    }

    Map<String, Figures> count(HeatFilter filter) {
        List<Line> lines = database.sql("""
                        select a.id_ as id, p.business_key_ as case_number, a.proc_def_key_ as process,
                          right(a.proc_def_id_, 1)::int as version, a.act_id_ as step,
                          case when a.act_id_ = 'b' then 'ward-officer' else 'consultation-supporter' end as role,
                          a.start_time_::timestamptz as entered, a.end_time_::timestamptz as "left", a.act_inst_state_ as state,
                          a.task_id_ as task_id, h.assignee_ as done_by, t.assignee_ as open_with,
                          h.due_date_::timestamptz as due, d.target_at as target, d.paused_on is not null as paused,
                          x.task_id is not null as escalated
                        from act_hi_actinst a join act_hi_procinst p on p.id_ = a.proc_inst_id_
                        left join act_hi_taskinst h on h.id_ = a.task_id_ left join act_ru_task t on t.id_ = a.task_id_
                        left join task_deadline d on d.task_id = a.task_id_
                        left join task_alert x on x.task_id = a.task_id_ and x.level = 'escalated'
                        where a.proc_def_key_ like 'planted%' and a.act_type_ <> 'serviceTask'
                        """).query(Line.class).list();
        List<Begun> emergencies = database.sql("""
                        select business_key_ as case_number, start_time_::timestamptz as at from act_hi_procinst
                        where proc_def_key_ = 'emergencySupport'
                        """).query(Begun.class).list();
        List<Plan> plans = database.sql("""
                        select c.case_number, v.created_at, nullif(array_to_string(v.services, ','), '') from plan_version v
                        join plan p on p.id = v.plan_id join support_case c on c.id = p.case_id
                        """)
                .query((row, number) -> new Plan(
                        row.getString(1),
                        row.getObject(2, OffsetDateTime.class),
                        row.getString(3) == null
                                ? List.of()
                                : List.of(row.getString(3).split(","))))
                .list();
        Map<String, StepHeat> heat = new HashMap<>();
        for (Line line : lines) {
            boolean open = line.left() == null;
            boolean emergency = emergencies.stream()
                    .anyMatch(begun -> begun.caseNumber().equals(line.caseNumber()) && notAfter(begun.at(), line));
            Set<String> services = plans.stream()
                    .filter(plan -> plan.caseNumber().equals(line.caseNumber()) && notAfter(plan.at(), line))
                    .max(Comparator.comparing(Plan::at))
                    .map(plan -> Set.copyOf(plan.services()))
                    .orElse(Set.of());
            boolean fits = (filter.worker() == null || filter.worker().equals(open ? line.openWith() : line.doneBy()))
                    && (filter.role() == null || filter.role().equals(line.role()))
                    && (filter.version() == null || filter.version() == line.version())
                    && (filter.emergency() == null || filter.emergency() == emergency)
                    && (filter.service() == null || services.contains(filter.service()));
            boolean again = lines.stream()
                    .anyMatch(other -> other.caseNumber().equals(line.caseNumber())
                            && other.process().equals(line.process())
                            && other.step().equals(line.step())
                            && (other.entered().isBefore(line.entered())
                                    || other.entered().isEqual(line.entered())
                                            && other.id().compareTo(line.id()) < 0));
            if (fits) {
                add(
                        heat.computeIfAbsent(line.process() + "." + line.step(), step -> new StepHeat()),
                        line,
                        again,
                        filter);
            }
        }
        Map<String, Figures> figures = new TreeMap<>();
        heat.forEach((step, of) -> figures.put(step, Figures.of(of)));
        figures.values().removeIf(Figures::isNothing);
        return figures;
    }

    private void add(StepHeat heat, Line line, boolean again, HeatFilter filter) {
        long repeated = again ? 1 : 0;
        long brought = line.escalated() ? 1 : 0;
        if (line.left() == null) {
            OffsetDateTime target = line.target() != null ? line.target() : line.due();
            boolean beyond = target != null && !line.paused() && target.isBefore(now);
            heat.addOpen(
                    workingDays.workingDaysBetween(day(line.entered()), workingDays.today()),
                    1,
                    beyond ? 1 : 0,
                    repeated,
                    brought);
            return;
        }
        LocalDate left = day(line.left());
        if (left.isBefore(filter.from()) || left.isAfter(filter.to())) {
            return;
        }
        int waited = workingDays.workingDaysBetween(day(line.entered()), left);
        boolean done = line.state() != 2;
        boolean late = line.due() != null && line.left().isAfter(line.due());
        heat.addLeft(
                waited,
                done ? 1 : 0,
                done ? 0 : 1,
                done && line.due() != null ? 1 : 0,
                done && late ? 1 : 0,
                repeated,
                brought);
    }

    private static boolean notAfter(OffsetDateTime moment, Line line) {
        return line.left() == null || !moment.isAfter(line.left());
    }

    private static LocalDate day(OffsetDateTime time) {
        return time.atZoneSameInstant(WorkingDays.TOKYO).toLocalDate();
    }
}
