package jp.tsunagu.procedure.check.law;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import jp.tsunagu.procedure.check.course.Course;
import jp.tsunagu.procedure.check.course.Node;
import jp.tsunagu.procedure.check.course.Questions.Question;

/** The obligations about what happens on a way: each is one or several duties, watched on all ways. */
final class Watched {

    private final Obligation obligation;
    private final Course course;

    Watched(Obligation obligation, Course course) {
        this.obligation = obligation;
        this.course = course;
    }

    /** A way that breaks it, or null. */
    List<String> breaking() {
        return switch (obligation.kind()) {
            case FOLLOWS -> follows();
            case NEVER_WITHOUT -> neverWithout();
            case BETWEEN -> between();
            case NEVER_AFTER -> neverAfter();
            case ENDS_ONLY_THROUGH -> endsOnlyThrough();
            case AT_MOST_ONCE -> atMostOnce();
            case ALWAYS_POSSIBLE -> alwaysPossible();
            case WHILE_OPEN -> whileOpen();
            default -> throw new IllegalStateException(obligation.id());
        };
    }

    private List<String> follows() {
        Duty duty = new Duty(false, true);
        after(duty);
        add(duty.releases(), "step", true);
        return way(duty, state -> false);
    }

    private List<String> neverWithout() {
        List<List<String>> needs = new ArrayList<>();
        obligation.texts("needs").forEach(needed -> needs.add(List.of(needed)));
        if (needs.isEmpty()) {
            needs.add(obligation.texts("needsOneOf"));
        }
        for (List<String> needed : needs) {
            Duty duty = new Duty(true, false);
            needed.forEach(step -> done(duty.releases(), step));
            add(duty.arms(), "since", true);
            add(duty.forbidden(), "never", false);
            List<String> way = way(duty, state -> false);
            if (way != null) {
                return way;
            }
        }
        return null;
    }

    private List<String> between() {
        for (String needed : obligation.texts("needs")) {
            Duty duty = new Duty(false, false);
            after(duty);
            duty.releases().set(event(Step.of(needed, true)));
            add(duty.forbidden(), "to", false);
            List<String> way = way(duty, state -> false);
            if (way != null) {
                return way;
            }
        }
        return null;
    }

    private List<String> neverAfter() {
        Duty duty = new Duty(false, false);
        after(duty);
        add(duty.releases(), "until", true);
        add(duty.forbidden(), "never", false);
        return way(duty, state -> false);
    }

    private List<String> endsOnlyThrough() {
        Duty duty = new Duty(true, true);
        add(duty.releases(), "ends", false);
        return way(duty, state -> false);
    }

    private List<String> atMostOnce() {
        Duty duty = new Duty(false, false);
        add(duty.arms(), "step", false);
        add(duty.forbidden(), "step", false);
        add(duty.releases(), "since", true);
        return way(duty, state -> false);
    }

    private List<String> alwaysPossible() {
        for (String message : obligation.texts("messages")) {
            BitSet hearing = course.hearing(message);
            Duty duty = new Duty(obligation.texts("after").isEmpty(), false);
            after(duty);
            add(duty.releases(), "until", false);
            List<String> way = way(duty, state -> !course.ended(state) && !hearing.get(state));
            if (way != null) {
                return way;
            }
        }
        return null;
    }

    private List<String> whileOpen() {
        Duty duty = new Duty(true, false);
        for (String step : obligation.texts("step")) {
            for (String other : obligation.texts("also")) {
                List<String> way = way(duty, state -> course.open(state, step) && !course.open(state, other));
                if (way != null) {
                    return way;
                }
            }
        }
        return null;
    }

    private List<String> way(Duty duty, IntPredicate wrong) {
        add(duty.releases(), "except", false);
        return new Walker(course, duty).breaking(wrong);
    }

    private void after(Duty duty) {
        obligation.texts("after").forEach(step -> done(duty.arms(), step));
    }

    /** A step is done, under the condition of the obligation if it has one. */
    private void done(BitSet events, String step) {
        Question question = obligation.question(step);
        events.set(question == null ? event(Step.of(step, true)) : course.answered(question));
    }

    private void add(BitSet events, String name, boolean done) {
        for (String step : obligation.texts(name)) {
            Step moment = Step.of(step, done);
            if (course.diagram().node(moment.element()).isPresent()) {
                events.set(event(moment));
            }
        }
    }

    /** A case leaves neither an end nor a link, and is there at once. */
    private int event(Step step) {
        Node node = course.diagram().node(step.element()).orElseThrow();
        boolean passing = node.kind() == Node.Kind.END || node.event() == Node.Event.LINK;
        return step.done() && !passing ? course.leaving(node) : course.entering(node);
    }
}
