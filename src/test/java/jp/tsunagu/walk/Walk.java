package jp.tsunagu.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Many cases beside each other in one world, over simulated years: at each moment some of them are worked on, timers run as
 * they fall due, in between somebody is away; then time passes for all of them.
 */
final class Walk {

    /** Acts after which a case that does not end is left as it is, waiting. */
    private static final int MOST_ACTS = 150;

    /** For so long a case is left lying; without an end such cases would take every place after some years. */
    private static final Duration LYING = Duration.ofDays(400);

    private static final double SOMETHING_HAPPENS = 0.04;

    private static final Map<Choice.Kind, Integer> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put(Choice.Kind.DO, 91);
        KINDS.put(Choice.Kind.DO_TWICE, 3);
        KINDS.put(Choice.Kind.RACE, 3);
        KINDS.put(Choice.Kind.CRASH, 3);
    }

    private final World world;
    private final Acts acts;
    private final Dice dice;
    private final Course course;
    private final Map<String, CaseRun> open = new LinkedHashMap<>();
    private final Report report = new Report();
    private final Set<String> lying = new HashSet<>();
    private int received;

    Walk(World world, Course course) {
        this.world = world;
        this.acts = new Acts(world);
        this.dice = new Dice(course.seed());
        this.course = course;
    }

    /**
     * What the walk is like.
     *
     * @param cases how many whole cases
     * @param beside how many of them at once
     * @param slow the share of cases that are left lying for weeks, in their first year
     * @param always answers that everybody gives
     */
    record Course(long seed, int cases, int beside, double slow, Map<String, JsonNode> always) {}

    Report report() {
        return report;
    }

    /** The case in which something broke, with all that happened in it. */
    CaseRun run(String caseNumber) {
        return open.get(caseNumber);
    }

    Report walk() {
        while (received < course.cases() || open.values().stream().anyMatch(run -> !isTired(run))) {
            moment();
            advance();
        }
        settle(List.copyOf(open.values()));
        return report;
    }

    private void moment() {
        if (dice.chance(0.05)) {
            world.weather().change(dice);
        }
        while (received < course.cases() && open.size() < course.beside() && dice.chance(0.7)) {
            receive();
        }
        Map<String, List<OpenTask>> tasks = world.desks().tasks();
        List<CaseRun> today = open.values().stream()
                .filter(run -> !isTired(run) && dice.chance(share(run, tasks.containsKey(run.number()))))
                .toList();
        for (CaseRun run : today) {
            work(run);
            for (int more = 0; more < 4 && dice.chance(0.45); more++) {
                work(run);
            }
        }
        settle(open.values().stream()
                .filter(run -> !tasks.containsKey(run.number()) || isTired(run) || today.contains(run))
                .filter(run -> world.desks().isOver(run.number()))
                .toList());
    }

    private double share(CaseRun run, boolean hasTask) {
        boolean lies = lying.contains(run.number()) && run.age().compareTo(LYING) < 0;
        return lies ? 0.06 : hasTask ? 0.55 : 0.1;
    }

    private void receive() {
        String user = dice.one(List.of("saeki", "saeki", "aoki", "aoki", "sugi", "manabe"));
        CaseRun run = acts.receive(user, dice.nextLong(), Map.of());
        if (run != null) {
            received++;
            if (dice.chance(course.slow())) {
                lying.add(run.number());
            }
            open.put(run.number(), run);
            look(run);
        }
    }

    private void work(CaseRun run) {
        List<OpenTask> tasks = world.desks().tasksOf(run.number());
        boolean somethingHappens = !run.isLong() && dice.chance(tasks.isEmpty() ? 0.02 : SOMETHING_HAPPENS);
        if (somethingHappens) {
            attempt(run, event(run));
        } else if (!tasks.isEmpty()) {
            attempt(run, task(run, tasks));
        }
    }

    private Choice event(CaseRun run) {
        Choice.Kind kind = dice.chance(0.25) ? Choice.Kind.RAISE_TWICE : Choice.Kind.RAISE;
        String message = world.events().any(dice);
        String user = message.equals("workerChanged") ? "manabe" : dice.one(List.of("saeki", "aoki", "kobayakawa"));
        return new Choice(run.age(), kind, message, user, dice.nextLong(), Map.of());
    }

    private Choice task(CaseRun run, List<OpenTask> tasks) {
        OpenTask task = dice.one(tasks);
        String user = task.assignee() != null
                ? task.assignee()
                : dice.one(world.staff().members(task.groups()));
        return new Choice(run.age(), dice.weighted(KINDS), task.step(), user, dice.nextLong(), course.always());
    }

    private void attempt(CaseRun run, Choice choice) {
        Outcome outcome = acts.act(run, choice);
        report.count(choice, outcome);
        if (outcome.done()) {
            look(run);
        } else {
            run.refused();
        }
    }

    /** Time passes, and whatever falls due on the way is run at its time: jobs run also while nobody is in the office. */
    private void advance() {
        Duration step = dice.weighted(Map.of(1, 35, 2, 46, 3, 15, 4, 4)) == 1
                ? Duration.ofMinutes(dice.between(20, 600))
                : longer();
        Instant until = WalkTime.now().plus(step);
        boolean late = dice.chance(0.1) && step.toDays() < 3;
        if (!late) {
            fireUntil(until);
        }
        if (WalkTime.now().isBefore(until)) {
            WalkTime.set(until);
        }
    }

    private Duration longer() {
        return switch (dice.weighted(new TreeMap<>(Map.of(1, 80, 2, 17, 3, 3)))) {
            case 1 -> Duration.ofHours(dice.between(24, 96));
            case 2 -> Duration.ofDays(dice.between(5, 20));
            default -> Duration.ofDays(dice.between(20, 365));
        };
    }

    private void fireUntil(Instant until) {
        List<DueTimer> due = ofMine(until);
        while (!due.isEmpty()) {
            DueTimer timer = due.get(0);
            CaseRun run = open.get(timer.caseNumber());
            if (WalkTime.now().isBefore(timer.due())) {
                WalkTime.set(timer.due());
            }
            Choice choice = new Choice(run.age(), Choice.Kind.FIRE, timer.activity(), null, 3, Map.of());
            report.count(choice, acts.act(run, choice));
            look(run);
            // somebody works on something else in between
            if (dice.chance(0.3)) {
                work(dice.one(new ArrayList<>(open.values())));
            }
            due = ofMine(until);
        }
    }

    private List<DueTimer> ofMine(Instant until) {
        return world.desks().due(until).stream()
                .filter(timer -> open.containsKey(timer.caseNumber()))
                .toList();
    }

    private void look(CaseRun run) {
        found(world.inspector().ask(EveryStep.QUESTIONS, List.of(run.number())));
    }

    /** These are over, or were given up: everything is asked. */
    private void settle(List<CaseRun> over) {
        List<String> numbers =
                Stream.of(over).flatMap(List::stream).map(CaseRun::number).toList();
        found(world.inspector().ask(Invariants.AFTER_EACH_CASE, numbers));
        over.forEach(run -> {
            open.remove(run.number());
            report.over(run, world.desks().isOver(run.number()));
        });
    }

    private static void found(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new BrokenInvariantException(violations);
        }
    }

    private static boolean isTired(CaseRun run) {
        return run.choices().size() + run.refusals() > MOST_ACTS;
    }
}
