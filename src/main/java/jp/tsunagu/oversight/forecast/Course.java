package jp.tsunagu.oversight.forecast;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ways of cases through the steps, as a semi-Markov process in working days: how likely a case in a step passes a target
 * within the days ahead. Worked out once for every step and every number of days; a case is then a few multiplications.
 */
final class Course {

    /** Two weeks. */
    static final int DAYS = 10;

    private static final double CLOSE = 1e-7;
    private static final int MOST_ROUNDS = 200;

    private final List<CourseStep> steps;
    private final Map<StepKey, Integer> places = new HashMap<>();
    /** That a case which comes into a step passes a target within so many days. */
    private final Chance[][] entering;
    /** The same for one that leaves it. */
    private final Chance[][] leaving;

    Course(List<CourseStep> steps) {
        this.steps = List.copyOf(steps);
        for (int place = 0; place < steps.size(); place++) {
            places.put(steps.get(place).key(), place);
        }
        entering = nothing();
        leaving = nothing();
        for (int days = 0; days <= DAYS; days++) {
            work(days);
        }
    }

    private Chance[][] nothing() {
        Chance[][] all = new Chance[steps.size()][DAYS + 1];
        for (Chance[] ofStep : all) {
            Arrays.fill(ofStep, Chance.none(steps.size()));
        }
        return all;
    }

    /** Several steps may be passed on one day, in a circle too: from below, until nothing changes any more. */
    private void work(int days) {
        double change = 1;
        for (int round = 0; change > CLOSE && round < MOST_ROUNDS; round++) {
            change = 0;
            for (int place = 0; place < steps.size(); place++) {
                CourseStep step = steps.get(place);
                leaving[place][days] = after(step, days);
                Chance anew = passes(place, step.waiting().remaining(0, days), step.target(), days);
                change = Math.max(change, anew.any() - entering[place][days].any());
                entering[place][days] = anew;
            }
        }
    }

    private Chance after(CourseStep step, int days) {
        Chance all = Chance.none(steps.size());
        for (Follow follow : step.follows()) {
            Chance together = Chance.none(steps.size());
            for (int next : follow.steps()) {
                together = together.beside(entering[next][days]);
            }
            all = all.plus(follow.share(), together);
        }
        return all;
    }

    /** Either it is still there when its target passes; or it is left before, and what follows has the rest of the days. */
    private Chance passes(int place, double[] ends, Integer target, int days) {
        boolean ahead = target != null && target >= 0 && target <= days;
        int until = ahead ? target : days;
        Chance chance = Chance.none(steps.size());
        double left = 0;
        for (int day = 0; day <= until; day++) {
            left += ends[day];
            chance = chance.plus(ends[day], leaving[place][days - day]);
        }
        return ahead ? chance.plus(Math.max(0, 1 - left), place) : chance;
    }

    /** How likely a case that is here passes a target within the days ahead that it has not passed yet. */
    Chance of(OpenStay stay) {
        Integer place = places.get(stay.step());
        return place == null
                ? Chance.none(steps.size())
                : passes(place, ends(stay, steps.get(place).waiting()), stay.target(), DAYS);
    }

    CourseStep step(int place) {
        return steps.get(place);
    }

    private static double[] ends(OpenStay stay, WaitingTime waiting) {
        double[] ends = stay.onlyByTimer() && stay.ends() != null
                ? new double[DAYS + 1]
                : waiting.remaining(stay.waited(), DAYS);
        if (stay.ends() != null && stay.ends() <= DAYS) {
            int last = Math.max(stay.ends(), 0);
            Arrays.fill(ends, last + 1, DAYS + 1, 0);
            ends[last] = 0;
            ends[last] = 1 - Arrays.stream(ends).sum();
        }
        return ends;
    }
}
