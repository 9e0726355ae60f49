package jp.tsunagu.oversight.forecast;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import jp.tsunagu.calendar.WorkingDays;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Cases whose ways are thrown with dice by a rule that is known: steps side by side, circles back, a review date, months in
 * which everything takes longer, waiting for the person. Written as stays, as far as they have gone on a given day.
 */
final class KnownTruth {

    private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 15);
    private static final int MINUTES = 8 * 60;
    private static final int CASES_A_DAY = 26;

    /** Step → usual working days, how even (1: as radioactive decay; more: more even), target. */
    private static final Map<String, int[]> STEPS = Map.of(
            "receive", new int[] {2, 1, 3},
            "assess", new int[] {9, 2, 10},
            "hear", new int[] {5, 1, 8},
            "draft", new int[] {6, 3, 8},
            "agree", new int[] {4, 1, 5},
            "check", new int[] {8, 4, 10},
            "decide", new int[] {5, 2, 5},
            "review", new int[] {25, 9, 0},
            "evaluate", new int[] {7, 1, 10});

    private final JdbcTemplate database;
    private final Random dice;
    private final List<LocalDate> days;
    private final List<Stay> stays = new ArrayList<>();
    private final int last;

    private record Stay(
            String id,
            String number,
            String step,
            int in,
            int inMinute,
            int out,
            int outMinute,
            int target,
            int pausedOn,
            int paused) {}

    private record Moment(int day, int minute) {}

    KnownTruth(JdbcTemplate database, WorkingDays workingDays, LocalDate end, Random dice) {
        this.database = database;
        this.dice = dice;
        days = FIRST.datesUntil(end.plusDays(400)).filter(workingDays::isOpen).toList();
        last = days.indexOf(end);
        STEPS.keySet()
                .forEach(step -> database.update(
                        "insert into diagram_step (process_definition_id, process, version, step, name, kind, role) values ('truth:1', 'truth', 1, ?, ?, ?, ?)",
                        step,
                        "手順" + step,
                        step.equals("review") ? "intermediateTimer" : "userTask",
                        step.equals("check") || step.equals("decide") ? "ward-officer" : "consultation-supporter"));
        for (int day = 0; day <= last; day++) {
            for (int one = 0; one < CASES_A_DAY; one++) {
                goes("F-%d-%d".formatted(day, one), new Moment(day, dice.nextInt(MINUTES)));
            }
        }
    }

    private void goes(String number, Moment at) {
        Moment now = stays(number, "receive", at);
        Moment heard = dice.nextInt(3) == 0 ? stays(number, "hear", now) : now;
        Moment assessed = stays(number, "assess", now);
        now = later(heard, assessed);
        while (now.day() <= last) {
            do {
                now = stays(number, "draft", now);
                now = stays(number, "agree", now);
            } while (dice.nextInt(5) == 0);
            do {
                now = stays(number, "check", now);
                now = stays(number, "decide", now);
            } while (dice.nextInt(7) == 0);
            now = stays(number, "review", now);
            now = stays(number, "evaluate", now);
            if (dice.nextInt(5) < 3) {
                return;
            }
        }
    }

    private static Moment later(Moment one, Moment other) {
        return one.day() * MINUTES + one.minute() > other.day() * MINUTES + other.minute() ? one : other;
    }

    private Moment stays(String number, String step, Moment in) {
        if (in.day() > last) {
            return in;
        }
        int[] rule = STEPS.get(step);
        // in March and April everything takes a little longer
        int month = days.get(in.day()).getMonthValue();
        double usual = rule[0] * (month == 3 || month == 4 ? 1.15 : 1);
        double drawn = 0;
        for (int part = 0; part < rule[1]; part++) {
            drawn -= Math.log(1 - dice.nextDouble()) * usual / rule[1];
        }
        int waits = (int) drawn;
        boolean pauses = rule[2] > 0 && dice.nextInt(25) == 0;
        int pausedOn = pauses ? in.day() + dice.nextInt(waits + 1) : Integer.MAX_VALUE;
        int paused = pauses ? 5 + dice.nextInt(20) : 0;
        int out = in.day() + waits + paused;
        int minute = out == in.day() ? in.minute() + dice.nextInt(MINUTES - in.minute()) : dice.nextInt(MINUTES);
        stays.add(new Stay(
                "F" + stays.size(), number, step, in.day(), in.minute(), out, minute, rule[2], pausedOn, paused));
        return new Moment(out, minute);
    }

    /** What the roll-up holds in the morning of this day. */
    void until(LocalDate morning) {
        database.update("delete from stay where case_number like 'F-%' and left_at is null");
        OffsetDateTime known = database.queryForObject(
                "select coalesce(max(left_at), timestamptz '2000-01-01') from stay where case_number like 'F-%'",
                OffsetDateTime.class);
        int day = days.indexOf(morning);
        write(
                day,
                stay -> stay.in() < day
                        && (stay.out() >= day
                                || at(stay.out(), stay.outMinute()).toInstant().isAfter(known.toInstant())));
    }

    private void write(int day, Predicate<Stay> which) {
        database.batchUpdate(
                """
                insert into stay (activity_id, step_id, case_number, process_instance_id, entered_at, entered_on, left_at, left_on, waited,
                  target_at, paused, late, cancelled, again, escalated, emergency, services)
                values (?, (select id from diagram_step where process = 'truth' and step = ?), ?, 'truth', ?, ?, ?, ?, ?, ?, ?,
                  false, false, false, false, false, '{}')
                """, stays.stream().filter(which).map(stay -> row(stay, day)).toList());
    }

    private Object[] row(Stay stay, int day) {
        boolean left = stay.out() < day;
        int moved = day > stay.pausedOn() ? stay.paused() : 0;
        return new Object[] {
            stay.id(),
            stay.step(),
            stay.number(),
            Timestamp.from(at(stay.in(), stay.inMinute()).toInstant()),
            java.sql.Date.valueOf(days.get(stay.in())),
            left ? Timestamp.from(at(stay.out(), stay.outMinute()).toInstant()) : null,
            left ? java.sql.Date.valueOf(days.get(stay.out())) : null,
            left ? stay.out() - stay.in() : null,
            stay.target() == 0
                    ? null
                    : Timestamp.from(days.get(stay.in() + stay.target() + moved)
                            .atTime(CLOSES)
                            .atZone(WorkingDays.TOKYO)
                            .toInstant()),
            !left && day > stay.pausedOn() && day <= stay.pausedOn() + stay.paused()
        };
    }

    private OffsetDateTime at(int day, int minute) {
        return days.get(day)
                .atTime(OPENS)
                .plusMinutes(minute)
                .atZone(WorkingDays.TOKYO)
                .toOffsetDateTime();
    }

    void remove() {
        database.update("delete from stay where case_number like 'F-%'");
        database.update("delete from diagram_step where process = 'truth'");
    }
}
