package jp.tsunagu.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jp.tsunagu.story.TsunaguTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * Whole cases by chance, over simulated years, with messages, two at once and crashes; the invariants hold after each step
 * and after each case. {@code -Dwalk.cases} and {@code -Dwalk.seed} say how many and which.
 */
@TsunaguTest
@Import({CrashingDatabase.class, World.Maker.class})
@Tag("walk")
class RandomWalkTest {

    /** From so many cases on, chance must have led to every user task there is. */
    private static final int LONG_WALK = 900;

    /** The short walk goes the same way each time: whoever builds must not fail over what somebody else left behind. */
    private static final long SHORT_WALK = 207_790;

    /** So many that a thousand cases are over before 2050, where the holidays that can be computed end. */
    private static final int BESIDE = 120;

    private static final double SLOW = 0.08;

    @Autowired
    private World.Maker maker;

    /** Which of the walks that run beside each other this is. */
    long ofItsOwn() {
        return 0;
    }

    @Test
    void everyQuestionCanBeAsked() {
        assertThat(maker.world().inspector().ask(Invariants.AFTER_EACH_CASE, List.of("R8-99999")))
                .isEmpty();
    }

    /** The long walk looks elsewhere each day, and each fork elsewhere than the other. */
    private long ofThisDay() {
        return System.currentTimeMillis() / 86_400_000 * 10 + ofItsOwn();
    }

    @Test
    void noInvariantBreaksOverSimulatedYears() {
        int cases = Integer.getInteger("walk.cases", 100);
        long seed = Long.getLong("walk.seed", cases >= LONG_WALK ? ofThisDay() : SHORT_WALK);
        World world = maker.world();
        WalkingOffice office = new WalkingOffice(world);

        assertThat(office.walk(new Walk.Course(seed, cases, Math.min(BESIDE, cases), SLOW, Map.of())))
                .as("seed %d", seed)
                .isEmpty();

        Coverage coverage = office.coverage();
        LoggerFactory.getLogger("random walk").warn("{}", coverage);
        assertThat(new EngineTables(world.database()).with(Habits.MARK))
                .as("personal data in the engine's tables")
                .isEmpty();
        if (cases >= LONG_WALK) {
            assertThat(coverage.neverReached()).isEmpty();
        }
    }
}
