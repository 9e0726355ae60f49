package jp.tsunagu.oversight;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sees to it that a page shows what has just been done, unless that is so much that the page would be slow. */
@Component
class FreshCounts {

    /** So many changes are counted within some tens of milliseconds. */
    private static final int LITTLE = 200;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H時m分");

    private final Stays stays;
    private final DiagramSteps steps;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FreshCounts(Stays stays, DiagramSteps steps, JdbcClient database, TransactionTemplate transaction, Clock clock) {
        this.stays = stays;
        this.steps = steps;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Counts what is little.
     *
     * @return as of when the counts are, in words
     */
    String bring() {
        if (!steps.isComplete()) {
            transaction.executeWithoutResult(status -> steps.learn());
        }
        int waiting = waiting();
        if (waiting > 0 && waiting <= LITTLE) {
            stays.update();
            waiting = waiting();
        }
        ZonedDateTime now = clock.instant().atZone(WorkingDays.TOKYO);
        String time = Wareki.format(now.toLocalDate()) + " " + TIME.format(now) + "現在";
        return waiting == 0 ? time : time + "（いま数えている変更が、まだ入っていないことがあります。少し待って開き直すと入ります）";
    }

    private int waiting() {
        return database.sql("select count(*) from (select 1 from stay_change limit ?) waiting")
                .params(LITTLE + 1)
                .query(Integer.class)
                .single();
    }
}
