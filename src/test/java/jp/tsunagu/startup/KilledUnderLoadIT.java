package jp.tsunagu.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import jp.tsunagu.story.Office;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hundreds of cases at once, and the program killed again and again at random moments: every form that was acknowledged is
 * there, none twice, what got no answer is there as a whole or not at all, and every case goes on.
 */
class KilledUnderLoadIT {

    private static final Logger FIGURES = LoggerFactory.getLogger("jp.tsunagu.figures");

    @Test
    @Tag("endurance")
    void aShortWhile() throws IOException {
        survives(30, 2);
    }

    @Test
    @Tag("endurance")
    void fiveHundredCasesAndTenKills() throws IOException {
        survives(500, 10);
    }

    private static void survives(int cases, int kills) throws IOException {
        long seed = Long.getLong("tsunagu.seed", new Random().nextLong());
        FIGURES.info("{} cases, {} kills, seed {}", cases, kills, seed);
        Instant begin = Instant.now();
        try (Installation installation = Installation.empty()) {
            RunningNode node = installation.start();
            Office office = node.ready();
            Staff.enter(office);
            Random chance = new Random(seed);
            Load load = Load.of(cases, chance, Load::serverIsGone);
            Promises promises = new Promises(installation.dataSource(), load);
            int unanswered = 0;
            for (int forms :
                    chance.ints(kills, 1, load.steps() * 9 / 10).sorted().toArray()) {
                load.until(node, office, forms);
                node = installation.start();
                office = node.ready();
                unanswered += promises.areKept();
            }
            load.toTheEnd(office).join();
            promises.areKept();
            assertThat(load.cases()).allMatch(LoadedCase::isAtGoal);
            for (LoadedCase one : load.cases()) {
                one.goOn(office);
            }
            promises.areKept();
            FIGURES.info(
                    "{} forms acknowledged under load, {} under way when killed, {} s",
                    load.acknowledged(),
                    unanswered,
                    Duration.between(begin, Instant.now()).toSeconds());
            // if nothing was ever under way, this proved nothing
            assertThat(unanswered).isPositive();
        }
    }
}
