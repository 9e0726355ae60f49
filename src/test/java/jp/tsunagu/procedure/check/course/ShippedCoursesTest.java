package jp.tsunagu.procedure.check.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import jp.tsunagu.procedure.PackagedFiles;
import jp.tsunagu.procedure.check.Checking;
import org.junit.jupiter.api.Test;

/** The packaged diagrams are explored wholly. */
class ShippedCoursesTest {

    @Test
    void noneIsTooLarge() {
        Map<String, Integer> states = new TreeMap<>();
        Checking.COURSES.of(PackagedFiles.all()).forEach((key, course) -> {
            assertThat(course.whole()).as(key).isTrue();
            states.put(key, course.states());
        });

        assertThat(states)
                .isEqualTo(Checking.COURSE.states(PackagedFiles.all()))
                .containsKey("selfRelianceSupport");
        assertThat(states.get("selfRelianceSupport")).isGreaterThan(200);
    }
}
