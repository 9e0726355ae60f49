package jp.tsunagu.walk;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Tells the case in which an invariant broke, as shortly as the same still happens. */
final class Retelling {

    private static final int TRIES = 60;

    private final World world;

    Retelling(World world) {
        this.world = world;
    }

    String of(CaseRun run, Violation violation) {
        Duration age = run.age();
        List<Choice> all = List.copyOf(run.choices());
        Replay replay = new Replay(world, run.received(), age);
        Predicate<List<Choice>> endsSo = choices -> replay.of(choices)
                .filter(again ->
                        again.id().equals(violation.id()) && again.clause().equals(violation.clause()))
                .isPresent();
        return new Shrinking(TRIES)
                .of(all, endsSo)
                .map(shortest ->
                        told("%d のうち %d で同じことが起きる".formatted(all.size(), shortest.size()), run, shortest, violation))
                .orElseGet(() -> told("一件だけではくり返せない。起きたことのすべて", run, all, violation));
    }

    private String told(String head, CaseRun run, List<Choice> choices, Violation violation) {
        return "%s%n%s%n%s".formatted(violation, head, Story.of(run.number(), run.received(), choices, world.staff()));
    }
}
