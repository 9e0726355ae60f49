package jp.tsunagu.walk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells the case in which an invariant broke, as shortly as the same still happens. */
final class Retelling {

    private static final int TRIES = 60;

    private final World world;

    Retelling(World world) {
        this.world = world;
    }

    String of(CaseRun run, Violation violation) {
        Duration age = run.age();
        Instant received = run.received();
        List<Choice> all = List.copyOf(run.choices());
        Replay replay = new Replay(world, received, age);
        List<Choice> shortest = new Shrinking(TRIES)
                .of(
                        all,
                        choices -> replay.of(choices)
                                .filter(again -> again.id().equals(violation.id())
                                        && again.clause().equals(violation.clause()))
                                .isPresent());
        String head = shortest.size() < all.size()
                ? "%d のうち %d で同じことが起きる".formatted(all.size(), shortest.size())
                : "一件だけではくり返せない。起きたことのすべて";
        return "%s%n%s%n%s".formatted(violation, head, Story.of(run.number(), received, shortest, world.staff()));
    }
}
