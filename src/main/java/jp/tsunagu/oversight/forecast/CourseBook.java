package jp.tsunagu.oversight.forecast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what was learnt into a {@link Course}. A step with few stays borrows from all steps of its role, those from all steps. */
@Component
class CourseBook {

    private final JdbcClient database;

    private record Step(String process, String step, String role, Integer targetDays) {}

    private record Waited(String process, String step, int days, int ended, int waiting) {}

    private record Followed(StepKey key, List<StepKey> follows, int stays) {}

    CourseBook(JdbcClient database) {
        this.database = database;
    }

    Course read() {
        List<Step> steps = database.sql(
                        "select process, step, role, target_days from forecast_step order by process, step")
                .query(Step.class)
                .list();
        Map<StepKey, WaitedCounts> counts = counts();
        WaitedCounts all = new WaitedCounts();
        Map<String, WaitedCounts> ofRole = new HashMap<>();
        Map<StepKey, Integer> places = new HashMap<>();
        for (Step step : steps) {
            StepKey key = new StepKey(step.process(), step.step());
            places.put(key, places.size());
            WaitedCounts own = counts.computeIfAbsent(key, none -> new WaitedCounts());
            all.add(own);
            ofRole.computeIfAbsent(step.role(), role -> new WaitedCounts()).add(own);
        }
        WaitingTime ofAll = all.alone();
        Map<String, WaitingTime> roles = new HashMap<>();
        ofRole.forEach((role, of) -> roles.put(role, of.over(ofAll)));
        Map<StepKey, List<Follow>> follows = follows(places);
        return new Course(steps.stream()
                .map(step -> {
                    StepKey key = new StepKey(step.process(), step.step());
                    WaitingTime waiting = counts.get(key).over(roles.get(step.role()));
                    return new CourseStep(key, waiting, step.targetDays(), follows.getOrDefault(key, List.of()));
                })
                .toList());
    }

    private Map<StepKey, WaitedCounts> counts() {
        Map<StepKey, WaitedCounts> counts = new HashMap<>();
        database.sql("select process, step, days, ended, waiting from forecast_waited")
                .query(Waited.class)
                .list()
                .forEach(row -> {
                    WaitedCounts of =
                            counts.computeIfAbsent(new StepKey(row.process(), row.step()), key -> new WaitedCounts());
                    of.addEnded(row.days(), row.ended());
                    of.addWaiting(row.days(), row.waiting());
                });
        return counts;
    }

    private Map<StepKey, List<Follow>> follows(Map<StepKey, Integer> places) {
        List<Followed> rows = database.sql("select process, step, follows, stays from forecast_follow")
                .query((row, number) -> new Followed(
                        new StepKey(row.getString(1), row.getString(2)),
                        List.of((String[]) row.getArray(3).getArray()).stream()
                                .map(StepKey::of)
                                .toList(),
                        row.getInt(4)))
                .list();
        Map<StepKey, Integer> all = new HashMap<>();
        rows.forEach(row -> all.merge(row.key(), row.stays(), Integer::sum));
        Map<StepKey, List<Follow>> follows = new HashMap<>();
        for (Followed row : rows) {
            List<Integer> next = row.follows().stream()
                    .filter(places::containsKey)
                    .map(places::get)
                    .toList();
            follows.computeIfAbsent(row.key(), key -> new ArrayList<>())
                    .add(new Follow((double) row.stays() / all.get(row.key()), next));
        }
        return follows;
    }
}
