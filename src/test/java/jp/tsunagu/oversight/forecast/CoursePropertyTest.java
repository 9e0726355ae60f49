package jp.tsunagu.oversight.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.data.Offset;

/** What is worked out is what comes out when cases are sent through the steps with dice. */
class CoursePropertyTest {

    private static final int CASES = 20_000;
    private static final int STEPS = 4;

    @Property(tries = 25)
    void workedOutAsThrown(@ForAll long seed) {
        Random dice = new Random(seed);
        List<CourseStep> steps = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            steps.add(any(step, dice));
        }
        OpenStay stay = new OpenStay(
                steps.get(0).key(),
                dice.nextInt(6),
                dice.nextInt(4) == 0 ? null : dice.nextInt(14) - 1,
                dice.nextInt(3) == 0 ? dice.nextInt(12) : null,
                dice.nextBoolean());
        int passed = 0;
        for (int one = 0; one < CASES; one++) {
            passed += passes(steps, steps.get(0), stay, Course.DAYS, dice) ? 1 : 0;
        }
        double worked = new Course(steps).of(stay).any();
        assertThat(worked).as("%s", stay).isBetween(0.0, 1.0 + 1e-9);
        assertThat((double) passed / CASES).as("%s", stay).isCloseTo(worked, Offset.offset(0.02));
    }

    private static CourseStep any(int place, Random dice) {
        WaitedCounts counts = new WaitedCounts();
        for (int day = 0; day < 12; day++) {
            counts.addEnded(day, dice.nextInt(40));
            counts.addWaiting(day, dice.nextInt(4));
        }
        List<Follow> follows = new ArrayList<>();
        for (int kind = 0; kind < 3; kind++) {
            List<Integer> next = new ArrayList<>();
            for (int other = dice.nextInt(3); other > 0; other--) {
                next.add(dice.nextInt(STEPS));
            }
            follows.add(new Follow(0.3, next));
        }
        return new CourseStep(
                new StepKey("p", "s" + place), counts.alone(), dice.nextInt(4) == 0 ? null : dice.nextInt(8), follows);
    }

    private static boolean passes(List<CourseStep> steps, CourseStep step, OpenStay stay, int days, Random dice) {
        int ends = 0;
        if (stay.ends() != null && stay.onlyByTimer()) {
            ends = stay.ends();
        } else {
            while (ends <= days
                    && (stay.ends() == null || ends < stay.ends())
                    && dice.nextDouble() >= step.waiting().endsOn(stay.waited() + ends)) {
                ends++;
            }
        }
        boolean ahead = stay.target() != null && stay.target() >= 0;
        if (ahead && stay.target() <= days && ends > stay.target()) {
            return true;
        }
        if (ends > days) {
            return false;
        }
        double thrown = dice.nextDouble();
        for (Follow follow : step.follows()) {
            thrown -= follow.share();
            if (thrown < 0) {
                boolean any = false;
                for (int next : follow.steps()) {
                    CourseStep after = steps.get(next);
                    any |= passes(
                            steps, after, new OpenStay(after.key(), 0, after.target(), null, false), days - ends, dice);
                }
                return any;
            }
        }
        return false;
    }
}
