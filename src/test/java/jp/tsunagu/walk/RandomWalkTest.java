package jp.tsunagu.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tsunagu.story.TsunaguTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@TsunaguTest
@Import({CrashingDatabase.class, World.Maker.class})
@Tag("walk")
class RandomWalkTest {

    @Autowired
    private World.Maker maker;

    @AfterEach
    void clock() {
        ClockUtil.reset();
    }

    @Test
    void everyQuestionCanBeAsked() {
        assertThat(maker.world().inspector().ask(Invariants.AFTER_EACH_CASE, List.of("R8-99999")))
                .isEmpty();
    }

    @Test
    void noInvariantBreaksOverSimulatedYears() {
        WalkTime.set(java.time.Instant.parse("2026-04-06T00:00:00Z"));
        long started = System.nanoTime();
        Walk walk = new Walk(maker.world(), Long.getLong("walk.seed", 1), Integer.getInteger("walk.cases", 20), 40);
        try {
            walk.walk();
        } catch (BrokenInvariantException e) {
            CaseRun run = walk.run(e.first().caseNumber());
            run.choices().forEach(System.out::println);
            throw e;
        } finally {
            System.out.println(walk.report());
            System.out.println((System.nanoTime() - started) / 1_000_000_000.0 + " s, " + WalkTime.office());
        }
    }
}
