package jp.tsunagu.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrinkingTest {

    private static final List<Integer> STORY = IntStream.range(0, 60).boxed().toList();

    @Test
    void keepsExactlyWhatTheEndNeeds() {
        List<Integer> needed = List.of(0, 7, 31, 58);

        assertThat(new Shrinking(500).of(STORY, story -> story.containsAll(needed)))
                .contains(needed);
    }

    @Test
    void stopsWhenPatienceIsOver() {
        assertThat(new Shrinking(3).of(STORY, story -> story.contains(58)).orElseThrow())
                .contains(0, 58)
                .hasSizeLessThan(STORY.size());
    }

    @Test
    void leavesAStoryThatNeedsEverything() {
        assertThat(new Shrinking(500).of(STORY, story -> story.size() == STORY.size()))
                .contains(STORY);
    }

    @Test
    void saysSoIfTheWholeStoryDoesNotHappenAgain() {
        assertThat(new Shrinking(500).of(STORY, story -> story.size() < STORY.size()))
                .isEmpty();
    }
}
