package jp.tsunagu.walk;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The other half of a long walk, in a fork with a clock and a database of its own. */
@Tag("walk")
@EnabledIfSystemProperty(named = "walk.long", matches = "true")
class RandomWalkBesideTest extends RandomWalkTest {

    @Override
    long ofItsOwn() {
        return 1;
    }
}
