package jp.tsunagu.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Random;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever happens to the history of cases, and however much of it is counted at a time: the figures are those that somebody
 * gets who reads every row. Cases go on, loop, call others, are migrated and deleted, wait, are escalated and replanned.
 */
class StaysEqualHistoryTest extends OfficeStory {

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StayFold fold;

    @Autowired
    Stays stays;

    @Autowired
    WorkingDayNumbers numbers;

    @Autowired
    HeatReader reader;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    Clock clock;

    private PlantedHistory history;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theFiguresAreThoseOfTheHistory(long seed) {
        Random dice = new Random(seed);
        office.on("2026-09-15");
        history = new PlantedHistory(database, dice);
        CountedByHand byHand = new CountedByHand(database, workingDays, OffsetDateTime.now(clock));
        stays.update();
        transaction.executeWithoutResult(status -> numbers.extend());
        for (int round = 0; round < 6; round++) {
            for (int act = 0; act < 60; act++) {
                history.act();
                if (dice.nextInt(8) == 0) {
                    transaction.execute(status -> fold.changes(1 + dice.nextInt(20)));
                }
            }
            stays.update();
            for (int question = 0; question < 8; question++) {
                HeatFilter filter = history.filter();
                assertThat(Figures.of(reader.read(filter), PlantedHistory.PROCESSES))
                        .as("seed %d, round %d, %s", seed, round, filter)
                        .isEqualTo(byHand.count(filter));
            }
        }
        assertThat(history.happened()).as("what happened").hasSize(PlantedHistory.ACTS);
        HeatFilter all = history.widest();
        var before = Figures.of(reader.read(all), PlantedHistory.PROCESSES);
        stays.rebuild();
        assertThat(Figures.of(reader.read(all), PlantedHistory.PROCESSES))
                .as("made anew")
                .isEqualTo(before)
                .isNotEmpty();
    }

    @AfterEach
    void remove() {
        history.remove();
        stays.update();
    }
}
