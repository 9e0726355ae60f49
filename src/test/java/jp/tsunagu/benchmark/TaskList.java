package jp.tsunagu.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import jp.tsunagu.access.Roles;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.jdbc.core.JdbcTemplate;

/** The list and the count of a person whose group has a tenth of very many open tasks, beside the same query without asking who it is. */
final class TaskList {

    private static final int PAGE = 20;
    private static final int TIMES = 25;

    private final Tsunagu tsunagu;
    private final JdbcTemplate database;

    TaskList(Tsunagu tsunagu, int openTasks) {
        this.tsunagu = tsunagu;
        database = new JdbcTemplate(tsunagu.database());
        Recorder recorder = new Recorder(tsunagu);
        for (int i = 0; i < 10; i++) {
            recorder.record(Walk.informationOnly().first(1));
        }
        tsunagu.asNobody();
        CaseCopies copies = new CaseCopies(tsunagu.database());
        copies.fillTo(openTasks);
        database.update("update act_ru_task set assignee_ = null where right(id_, 1) in ('0', '1', '2', '3', '4')");
        database.update("""
                update act_ru_identitylink set group_id_ = ? where task_id_ in
                    (select id_ from act_ru_task order by md5(id_) limit ?)
                """, Roles.HOUSEHOLD_SUPPORTER, openTasks / 10);
        database.update("""
                update act_ru_task set assignee_ = null where id_ in
                    (select task_id_ from act_ru_identitylink where group_id_ = ?)
                """, Roles.HOUSEHOLD_SUPPORTER);
        database.execute("vacuum analyze");
    }

    /**
     * One comparison.
     *
     * @param rows how many tasks the person's query finds
     */
    record Compared(String what, long rows, double ours, double plain) {

        double ratio() {
            return ours / plain;
        }
    }

    List<Compared> compare() {
        List<Compared> all = new ArrayList<>();
        Supplier<TaskQuery> group = () -> query().taskCandidateGroup(Roles.HOUSEHOLD_SUPPORTER);
        compare(all, "the group's tasks", "nishina", group, group);
        compare(all, "everything the person may see", "nishina", this::query, group);
        compare(all, "all of the centre, as 主任", "manabe", this::query, this::query);
        return all;
    }

    private void compare(
            List<Compared> all, String what, String person, Supplier<TaskQuery> own, Supplier<TaskQuery> plain) {
        all.add(compare(
                what + ", page",
                person,
                () -> (long) own.get().listPage(0, PAGE).size(),
                () -> (long) plain.get().listPage(0, PAGE).size()));
        all.add(compare(
                what + ", count",
                person,
                () -> own.get().count(),
                () -> plain.get().count()));
    }

    private TaskQuery query() {
        return tsunagu.engine()
                .getTaskService()
                .createTaskQuery()
                .orderByTaskCreateTime()
                .desc();
    }

    /** In turns; the median of many. */
    private Compared compare(String what, String person, Supplier<Long> own, Supplier<Long> plain) {
        List<Double> ours = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        long rows = 0;
        for (int i = 0; i < TIMES; i++) {
            tsunagu.as(person);
            long before = System.nanoTime();
            rows = own.get();
            ours.add((System.nanoTime() - before) / 1e6);
            tsunagu.asNobody();
            before = System.nanoTime();
            plain.get();
            without.add((System.nanoTime() - before) / 1e6);
        }
        return new Compared(what, rows, median(ours), median(without));
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
