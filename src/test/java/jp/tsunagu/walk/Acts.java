package jp.tsunagu.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.walk.Worker.Manner;

/** Lets one choice happen: an act, an act that is disturbed, a timer, a message. */
final class Acts {

    private final World world;
    private final Faults faults;

    Acts(World world) {
        this.world = world;
        this.faults = new Faults(world);
    }

    /** Receives a new person and returns the case; null if the form was not taken. */
    CaseRun receive(String user, long seed, Map<String, JsonNode> answers) {
        WalkTime.pass(Duration.ofSeconds(7));
        String[] number = new String[1];
        String process = world.mainProcess();
        Paper opened = world.worker().opensStart(process, user);
        Outcome outcome = world.worker()
                .fills(
                        opened,
                        new Manner(seed, false, answers),
                        paper -> number[0] = world.worker().receives(process, user, paper));
        if (!outcome.done()) {
            return null;
        }
        CaseRun run = new CaseRun(number[0], WalkTime.now());
        run.happened(new Choice(Duration.ZERO, Choice.Kind.RECEIVE, "reception", user, seed, outcome.answers()));
        return run;
    }

    /** Does it, and notes it if it took effect. */
    Outcome act(CaseRun run, Choice choice) {
        WalkTime.pass(Duration.ofSeconds(1 + Math.floorMod(choice.seed(), 20)));
        Outcome outcome =
                switch (choice.kind()) {
                    case FIRE -> fire(run, choice);
                    case RAISE, RAISE_TWICE -> raise(run, choice);
                    default -> task(run, choice);
                };
        if (outcome.done()) {
            run.happened(choice.with(outcome.answers()));
        }
        return outcome;
    }

    private Outcome task(CaseRun run, Choice choice) {
        Optional<OpenTask> open = world.desks().tasksOf(run.number()).stream()
                .filter(task -> task.step().equals(choice.what()))
                .findFirst();
        if (open.isEmpty() || !world.worker().takes(open.get(), choice.actor())) {
            return Outcome.refused(List.of("担当できない"));
        }
        OpenTask task = open.get();
        Manner manner = new Manner(choice.seed(), run.isLong(), choice.answers());
        Paper opened = world.worker().opens(task, choice.actor());
        Worker.Sending sending =
                switch (choice.kind()) {
                    case DO_TWICE -> paper -> faults.twice(task, choice.actor(), paper);
                    case RACE -> paper -> faults.race(task, choice.actor(), paper);
                    case CRASH -> paper -> faults.crash(task, choice, paper);
                    default -> paper -> world.worker().sends(task, choice.actor(), paper);
                };
        return world.worker().fills(opened, manner, sending);
    }

    private Outcome fire(CaseRun run, Choice choice) {
        Optional<DueTimer> due = world.desks().timersOf(run.number()).stream()
                .filter(timer -> timer.activity().equals(choice.what()))
                .filter(timer -> !timer.due().isAfter(WalkTime.now()))
                .findFirst();
        due.ifPresent(timer -> world.engine().getManagementService().executeJob(timer.id()));
        return due.isPresent() ? Outcome.done(Map.of()) : Outcome.refused(List.of("まだ来ていない"));
    }

    private Outcome raise(CaseRun run, Choice choice) {
        Manner manner = new Manner(choice.seed(), run.isLong(), choice.answers());
        boolean twice = choice.kind() == Choice.Kind.RAISE_TWICE;
        return world.events().raise(run.number(), choice.what(), choice.actor(), manner, twice);
    }
}
