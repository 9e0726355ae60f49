package jp.tsunagu.walk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import jp.tsunagu.engine.EngineClock;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The one clock, moved by hand. */
final class WalkTime {

    private WalkTime() {}

    static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    static LocalDateTime office() {
        return LocalDateTime.ofInstant(now(), EngineClock.TOKYO);
    }

    static LocalDate today() {
        return office().toLocalDate();
    }

    static void set(Instant time) {
        ClockUtil.setCurrentTime(Date.from(time));
    }

    /** No two acts happen at the same moment. */
    static void pass(Duration time) {
        set(now().plus(time));
    }
}
