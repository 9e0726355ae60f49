package jp.tsunagu.walk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Walks, prints what was walked, and retells what broke. */
final class WalkingOffice {

    private static final Logger LOG = LoggerFactory.getLogger("random walk");
    private static final Instant BEGINNING = Instant.parse("2026-04-06T00:00:00Z");

    private final World world;

    WalkingOffice(World world) {
        this.world = world;
    }

    /** What broke, told as shortly as it can be; empty if nothing did. */
    record Broken(Violation violation, String story) {}

    Optional<Broken> walk(Walk.Course course) {
        WalkTime.set(BEGINNING);
        LOG.warn("乱歩 seed={} ケース {}件 -Dwalk.seed={} でくり返せる", course.seed(), course.cases(), course.seed());
        Walk walk = new Walk(world, course);
        try {
            walk.walk();
            LOG.warn("seed={} {}まで\n{}", course.seed(), WalkTime.office(), walk.report());
            return Optional.empty();
        } catch (BrokenInvariantException e) {
            LocalDateTime at = WalkTime.office();
            String story = new Retelling(world).of(walk.run(e.first().caseNumber()), e.first());
            LOG.warn("seed={} {} に破れた\n{}", course.seed(), at, story);
            return Optional.of(new Broken(e.first(), "seed=" + course.seed() + "\n" + story));
        } finally {
            ClockUtil.reset();
        }
    }

    Coverage coverage() {
        return new Coverage(world.engine(), world.database());
    }
}
