package jp.tsunagu.oversight;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.tsunagu.calendar.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cases that go their way at random, as rows of the engine's history: two processes of three steps, one of them in two versions. Times
 * go on to the day of the test and not beyond.
 */
final class PlantedHistory {

    static final Set<String> PROCESSES = Set.of("planted1", "planted2");

    /** How many kinds of things happen. */
    static final int ACTS = 13;

    private static final List<String> DEFINITIONS = List.of("planted1:1", "planted1:2", "planted2:1");
    private static final List<String> STEPS = List.of("a", "b", "c");
    /** What was ever planned stays in the database (plan_version is only added to): each history has its own cases. */
    private final List<String> cases;

    private static final List<String> PEOPLE = List.of("x-saeki", "x-aoki");
    private static final List<String> SERVICES = List.of("x-housing", "x-work");

    private final JdbcClient database;
    private final Random dice;
    private final Set<String> happened = new TreeSet<>();
    private final List<String> instances = new ArrayList<>();
    private OffsetDateTime now =
            LocalDate.of(2026, 3, 2).atTime(9, 0).atZone(WorkingDays.TOKYO).toOffsetDateTime();

    private record Open(String id, String task) {}

    PlantedHistory(JdbcClient database, Random dice) {
        this.database = database;
        this.dice = dice;
        String run = "X-" + UUID.randomUUID().toString().substring(0, 8);
        cases = List.of(run + "-1", run + "-2", run + "-3");
        for (String definition : DEFINITIONS) {
            for (String step : STEPS) {
                sql("insert into diagram_step (process_definition_id, process, version, step, name, kind, role) values (?, ?, ?, ?, '手順', ?, ?)")
                        .params(
                                definition,
                                definition.substring(0, 8),
                                definition.charAt(9) - '0',
                                step,
                                step.equals("c") ? "callActivity" : "userTask",
                                step.equals("b") ? "ward-officer" : "consultation-supporter")
                        .update();
            }
        }
        for (String number : cases) {
            UUID id = UUID.randomUUID();
            sql("insert into person (id, version) values (?, 0)").params(id).update();
            sql("insert into support_case (id, case_number, municipality, person_id, received_on, status, fields, field_changes, version) "
                            + "values (?, ?, 'planted', ?, date '2026-03-02', 'CLOSED', '', '{}', 0)")
                    .params(id, number, id)
                    .update();
            sql("insert into plan (id, case_id, number) values (?, ?, 1)")
                    .params(id, id)
                    .update();
        }
    }

    Set<String> happened() {
        return happened;
    }

    /** Something happens to some case. */
    void act() {
        now = now.plus(Duration.ofMinutes(dice.nextInt(60 * 22)));
        String what = "";
        switch (dice.nextInt(22)) {
            case 0, 1 -> what = starts();
            case 2, 3, 4, 5, 6 -> what = enters();
            case 7, 8, 9, 10 -> what = leaves(false);
            case 11 -> what = leaves(true);
            case 12 -> what = passesBy();
            case 13 -> what = migrates();
            case 14 -> what = dice.nextBoolean() ? deleted() : "";
            case 15 -> what = waits();
            case 16 -> what = targetMoves();
            case 17 -> what = escalated();
            case 18 -> what = plans();
            case 19 -> what = dice.nextBoolean() ? emergency() : "";
            default -> what = taken();
        }
        if (!what.isEmpty()) {
            happened.add(what);
        }
    }

    HeatFilter filter() {
        LocalDate from = LocalDate.of(2026, 3, 1).plusDays(dice.nextInt(190));
        return new HeatFilter(
                from,
                from.plusDays(dice.nextInt(200)),
                dice.nextInt(3) == 0 ? any(PEOPLE) : null,
                dice.nextInt(4) == 0 ? "ward-officer" : null,
                dice.nextInt(3) == 0 ? any(SERVICES) : null,
                dice.nextInt(4) == 0 ? dice.nextBoolean() : null,
                dice.nextInt(4) == 0 ? 1 + dice.nextInt(2) : null);
    }

    HeatFilter widest() {
        return HeatFilter.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    }

    void remove() {
        sql("delete from act_hi_actinst where proc_def_key_ like 'planted%'").update();
        sql("delete from act_hi_procinst where business_key_ like 'X-%'").update();
        sql("delete from act_hi_taskinst where id_ like 'x-%'").update();
        sql("delete from act_ru_task where id_ like 'x-%'").update();
        sql("delete from task_deadline where case_number like 'X-%'").update();
        sql("delete from task_alert where case_number like 'X-%'").update();
        sql("delete from stay where case_number like 'X-%'").update();
        sql("delete from stays_open where step_id in (select id from diagram_step where process like 'planted%')")
                .update();
        sql("delete from stays_of_day where step_id in (select id from diagram_step where process like 'planted%')")
                .update();
        sql("delete from stays_of_month where step_id in (select id from diagram_step where process like 'planted%')")
                .update();
        sql("delete from diagram_step where process like 'planted%'").update();
    }

    private String starts() {
        instances.add(instance(any(cases), any(DEFINITIONS)));
        return "starts";
    }

    private String instance(String caseNumber, String definition) {
        String id = id();
        sql("insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, start_time_) "
                        + "values (?, ?, ?, ?, ?, ?::timestamptz::timestamp)")
                .params(
                        id,
                        id,
                        caseNumber,
                        definition.substring(0, definition.indexOf(':')),
                        definition,
                        now.toString())
                .update();
        return id;
    }

    private String enters() {
        if (instances.isEmpty()) {
            return "";
        }
        String step = any(STEPS);
        String task = step.equals("c") ? null : id();
        OffsetDateTime due = dice.nextInt(4) == 0 ? null : now.plusDays(dice.nextInt(30));
        begun(any(instances), step, step.equals("c") ? "callActivity" : "userTask", task, null);
        if (task != null) {
            sql("insert into act_hi_taskinst (id_, start_time_, due_date_) values (?, ?::timestamptz::timestamp, ?::timestamptz::timestamp)")
                    .params(task, now.toString(), text(due))
                    .update();
            sql("insert into act_ru_task (id_, rev_, due_date_, suspension_state_, priority_) values (?, 1, ?::timestamptz::timestamp, 1, 50)")
                    .params(task, text(due))
                    .update();
            if (due != null) {
                sql("insert into task_deadline (task_id, process_instance_id, case_number, step, role, legal, by_clock, reckoned_on, target_at) "
                                + "values (?, 'x', 'X-1', ?, 'ward-officer', false, false, date '2026-03-02', ?)")
                        .params(task, step, due)
                        .update();
            }
        }
        return "enters";
    }

    private String passesBy() {
        if (instances.isEmpty()) {
            return "";
        }
        begun(any(instances), "s", "serviceTask", null, now);
        return "passes by";
    }

    private void begun(String instance, String step, String kind, String task, OffsetDateTime ended) {
        sql("""
                insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, proc_inst_id_, execution_id_, act_id_, task_id_,
                  act_type_, start_time_, end_time_, act_inst_state_)
                select ?, proc_def_key_, proc_def_id_, id_, 'x', ?, ?, ?, ?::timestamptz::timestamp, ?::timestamptz::timestamp, 0
                from act_hi_procinst where id_ = ?
                """)
                .params(id(), step, task, kind, now.toString(), text(ended), instance)
                .update();
    }

    private String leaves(boolean cancelled) {
        Open open = open();
        if (open == null) {
            return "";
        }
        sql("update act_hi_actinst set end_time_ = ?::timestamptz::timestamp, act_inst_state_ = ? where id_ = ?")
                .params(now.toString(), cancelled ? 2 : 0, open.id())
                .update();
        sql("""
                update act_hi_taskinst h set end_time_ = ?::timestamptz::timestamp, assignee_ = t.assignee_, due_date_ = t.due_date_
                from act_ru_task t where h.id_ = ? and t.id_ = h.id_
                """).params(now.toString(), open.task()).update();
        sql("delete from act_ru_task where id_ = ?").params(open.task()).update();
        if (dice.nextBoolean()) {
            sql("delete from task_deadline where task_id = ?")
                    .params(open.task())
                    .update();
        }
        return cancelled ? "is cancelled" : "leaves";
    }

    private String migrates() {
        if (instances.isEmpty()) {
            return "";
        }
        String instance = any(instances);
        String to = "planted1:" + (1 + dice.nextInt(2));
        sql("update act_hi_procinst set proc_def_id_ = ? where id_ = ? and proc_def_key_ = 'planted1'")
                .params(to, instance)
                .update();
        sql("update act_hi_actinst set proc_def_id_ = ? where proc_inst_id_ = ? and proc_def_key_ = 'planted1' and end_time_ is null and act_type_ <> 'serviceTask'")
                .params(to, instance)
                .update();
        return "migrates";
    }

    private String deleted() {
        if (instances.isEmpty()) {
            return "";
        }
        String instance = instances.remove(dice.nextInt(instances.size()));
        sql("delete from act_ru_task where id_ in (select task_id_ from act_hi_actinst where proc_inst_id_ = ?)")
                .params(instance)
                .update();
        sql("delete from act_hi_actinst where proc_inst_id_ = ?")
                .params(instance)
                .update();
        sql("delete from act_hi_procinst where id_ = ?").params(instance).update();
        return "is deleted";
    }

    private String waits() {
        Open open = open();
        return open != null
                        && sql("update task_deadline set paused_on = case when paused_on is null then date '2026-03-02' end where task_id = ?")
                                        .params(open.task())
                                        .update()
                                > 0
                ? "waits"
                : "";
    }

    private String targetMoves() {
        Open open = open();
        if (open == null || open.task() == null) {
            return "";
        }
        Map<String, Object> move = Map.of("to", now.plusDays(dice.nextInt(20)), "task", open.task());
        int moved = sql("update task_deadline set target_at = :to where task_id = :task")
                .params(move)
                .update();
        if (moved > 0) {
            sql("update act_ru_task set due_date_ = cast(:to as timestamptz)::timestamp where id_ = :task")
                    .params(move)
                    .update();
        }
        return moved > 0 ? "target moves" : "";
    }

    private String escalated() {
        Open open = open();
        if (open == null || open.task() == null) {
            return "";
        }
        sql("""
                insert into task_alert (task_id, process_instance_id, case_number, step, level, raised_at, raised_for, settled_at)
                values (?, 'x', 'X-1', 'a', 'escalated', ?, 'x-saeki', ?) on conflict do nothing
                """).params(open.task(), now, now).update();
        return "is escalated";
    }

    private String plans() {
        String[] services =
                SERVICES.stream().filter(service -> dice.nextBoolean()).toArray(String[]::new);
        sql("""
                insert into plan_version (id, plan_id, version, services, content, content_hash, author, created_at)
                select ?, p.id, (select count(*) + 1 from plan_version v where v.plan_id = p.id), ?, '', '', 'x-saeki', ?
                from plan p join support_case c on c.id = p.case_id where c.case_number = ?
                """).params(UUID.randomUUID(), services, now, any(cases)).update();
        return "is planned";
    }

    private String emergency() {
        instance(any(cases), "emergencySupport:1");
        return "emergency";
    }

    private String taken() {
        Open open = open();
        return open != null
                        && sql("update act_ru_task set assignee_ = ? where id_ = ?")
                                        .params(dice.nextInt(4) == 0 ? null : any(PEOPLE), open.task())
                                        .update()
                                > 0
                ? "is taken"
                : "";
    }

    private Open open() {
        List<Open> open =
                sql("select id_ as id, task_id_ as task from act_hi_actinst where proc_def_key_ like 'planted%' and end_time_ is null order by id_")
                        .query(Open.class)
                        .list();
        return open.isEmpty() ? null : any(open);
    }

    private <T> T any(List<T> list) {
        return list.get(dice.nextInt(list.size()));
    }

    private static String id() {
        return "x-" + UUID.randomUUID();
    }

    private static String text(OffsetDateTime time) {
        return time == null ? null : time.toString();
    }

    private JdbcClient.StatementSpec sql(String sql) {
        return database.sql(sql);
    }
}
