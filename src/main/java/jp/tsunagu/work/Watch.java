package jp.tsunagu.work;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.casefile.LeftDrafts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the program looks after by itself: deadlines at every tick, all cases once a night over all nodes. A night that was
 * missed because nothing ran is made up for when something runs again.
 */
@Component
public class Watch {

    /** After this long the node that began a check is taken for dead, and another one begins it anew. */
    private static final int LONGEST_CHECK_MINUTES = 30;

    private final DeadlineWatch deadlines;
    private final OrphanCheck orphans;
    private final ClosedDays closedDays;
    private final LeftDrafts drafts;
    private final JdbcClient database;
    private final Clock clock;
    private final int hour;

    Watch(
            DeadlineWatch deadlines,
            OrphanCheck orphans,
            ClosedDays closedDays,
            LeftDrafts drafts,
            JdbcClient database,
            Clock clock,
            @Value("${tsunagu.watch.night-hour:2}") int hour) {
        this.deadlines = deadlines;
        this.orphans = orphans;
        this.closedDays = closedDays;
        this.drafts = drafts;
        this.database = database;
        this.clock = clock;
        this.hour = hour;
    }

    /**
     * What a check did.
     *
     * @param raised alerts about tasks
     * @param found things that were wrong with cases
     */
    public record Findings(int raised, int found) {}

    /** What runs every minute on every node. */
    public void tick() {
        deadlines.sweep();
        OffsetDateTime now = now();
        if (now.toLocalTime().isBefore(LocalTime.of(hour, 0)) || !begins(now)) {
            return;
        }
        check();
        database.sql("update watch_night set finished_at = ? where night = ?")
                .params(now(), now.toLocalDate())
                .update();
    }

    /** Everything at once, now. */
    public Findings check() {
        closedDays.repair();
        drafts.forget(now().truncatedTo(ChronoUnit.DAYS));
        return new Findings(deadlines.sweep(), orphans.run());
    }

    private boolean begins(OffsetDateTime now) {
        LocalDate night = now.toLocalDate();
        return database.sql("""
                        insert into watch_night as w (night, begun_at) values (?, ?)
                        on conflict (night) do update set begun_at = excluded.begun_at
                        where w.finished_at is null and w.begun_at < ?
                        """)
                        .params(night, now, now.minusMinutes(LONGEST_CHECK_MINUTES))
                        .update()
                > 0;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(WorkingDays.TOKYO));
    }
}
