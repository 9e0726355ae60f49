package jp.tsunagu.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The one clock. It shows the engine's time, so that due dates, timers and records agree, also when a test moves it.
 */
public final class EngineClock extends Clock {

    /** The zone of every municipality; never the zone the server happens to run in. */
    public static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final ZoneId zone;

    public EngineClock() {
        this(TOKYO);
    }

    private EngineClock(ZoneId zone) {
        this.zone = zone;
    }

    /** For an engine that is alone in its JVM: what it shows next. */
    static void show(Instant now) {
        ClockUtil.setCurrentTime(Date.from(now));
    }

    /** It goes by itself again. */
    static void release() {
        ClockUtil.reset();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new EngineClock(other);
    }

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
