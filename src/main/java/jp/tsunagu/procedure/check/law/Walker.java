package jp.tsunagu.procedure.check.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import jp.tsunagu.procedure.check.course.Course;

/** Looks for a shortest way on which a duty is broken. */
final class Walker {

    private final Course course;
    private final Duty duty;
    private final int[] moves;
    private final int[] from;
    private final int[] by;
    private final int[] queue;
    private int last;

    Walker(Course course, Duty duty) {
        this.course = course;
        this.duty = duty;
        moves = new int[2 * course.labels()];
        for (int label = 0; label < course.labels(); label++) {
            int[] events = course.events(label);
            moves[2 * label] = duty.after(0, events);
            moves[2 * label + 1] = duty.after(1, events);
        }
        int places = 2 * course.states();
        from = new int[places];
        by = new int[places];
        queue = new int[places];
        Arrays.fill(from, -2);
    }

    /**
     * The ids of the steps of a shortest way that breaks it; null if there is none.
     *
     * @param wrong what must not be in a state while something is owed
     */
    List<String> breaking(IntPredicate wrong) {
        int beginning = duty.fromStart() ? 1 : 0;
        from[beginning] = -1;
        queue[last++] = beginning;
        for (int first = 0; first < last; first++) {
            int place = queue[first];
            int state = place / 2;
            for (int edge = course.edgesFrom(state); edge < course.edgesTo(state); edge++) {
                List<String> broken = arrive(place, course.target(edge), place % 2, course.label(edge), wrong);
                if (broken != null) {
                    return broken;
                }
            }
        }
        return null;
    }

    private List<String> arrive(int before, int state, int owed, int label, IntPredicate wrong) {
        int now = moves[2 * label + owed];
        boolean broken =
                now == Duty.BROKEN || now == 1 && (duty.endForbidden() && course.ended(state) || wrong.test(state));
        if (broken) {
            return way(before, label);
        }
        int place = 2 * state + now;
        if (from[place] == -2) {
            from[place] = before;
            by[place] = label;
            queue[last++] = place;
        }
        return null;
    }

    private List<String> way(int before, int label) {
        List<List<String>> parts = new ArrayList<>(List.of(course.entered(label)));
        for (int place = before; from[place] >= 0; place = from[place]) {
            parts.add(course.entered(by[place]));
        }
        Collections.reverse(parts);
        return parts.stream().flatMap(List::stream).toList();
    }
}
