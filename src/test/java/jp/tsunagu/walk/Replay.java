package jp.tsunagu.walk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets a case happen once more, alone, out of what was noted of it; timers run at their time. */
final class Replay {

    private final World world;
    private final Acts acts;
    private final Instant received;
    private final Duration age;

    /**
     * @param received when the case was received
     * @param age how old it was when an invariant broke
     */
    Replay(World world, Instant received, Duration age) {
        this.world = world;
        this.acts = new Acts(world);
        this.received = received;
        this.age = age;
    }

    /** The first invariant that breaks when only these choices are made; empty if all hold. */
    Optional<Violation> of(List<Choice> choices) {
        WalkTime.set(received);
        Choice first = choices.get(0);
        CaseRun run = acts.receive(first.actor(), first.seed(), first.answers());
        if (run == null) {
            return Optional.empty();
        }
        try {
            for (Choice choice : choices.subList(1, choices.size())) {
                passUntil(run, received.plus(choice.at()));
                if (choice.kind() != Choice.Kind.FIRE) {
                    acts.act(run, choice);
                    look(EveryStep.QUESTIONS, run);
                }
            }
            passUntil(run, received.plus(age));
            look(Invariants.AFTER_EACH_CASE, run);
            return Optional.empty();
        } catch (BrokenInvariantException e) {
            return Optional.of(e.first());
        }
    }

    private void passUntil(CaseRun run, Instant until) {
        Optional<DueTimer> due = due(run, until);
        while (due.isPresent()) {
            if (WalkTime.now().isBefore(due.get().due())) {
                WalkTime.set(due.get().due());
            }
            acts.act(run, new Choice(run.age(), Choice.Kind.FIRE, due.get().activity(), null, 3, Map.of()));
            look(EveryStep.QUESTIONS, run);
            due = due(run, until);
        }
        if (WalkTime.now().isBefore(until)) {
            WalkTime.set(until);
        }
    }

    private Optional<DueTimer> due(CaseRun run, Instant until) {
        return world.desks().timersOf(run.number()).stream()
                .filter(timer -> !timer.due().isAfter(until))
                .findFirst();
    }

    private void look(List<Question> questions, CaseRun run) {
        List<Violation> violations = world.inspector().ask(questions, List.of(run.number()));
        if (!violations.isEmpty()) {
            throw new BrokenInvariantException(violations);
        }
    }
}
