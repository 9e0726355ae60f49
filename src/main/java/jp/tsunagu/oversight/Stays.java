package jp.tsunagu.oversight;

import java.util.List;
import jp.tsunagu.engine.NodeTurn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the counts of where cases stay, and stayed, up to date with the engine's history. */
@Component
public class Stays {

    /** An arbitrary number that all nodes agree on. */
    private static final long LOCK = 7_106_091L;

    /** So many changes in one statement: well under a second. */
    static final int MOST = 2_000;

    private static final List<String> COUNTS = List.of("stays_open", "stays_of_day", "stays_of_month");

    private final StayFold fold;
    private final DiagramSteps steps;
    private final WorkingDayNumbers numbers;
    private final ErasedStays erased;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    Stays(
            StayFold fold,
            DiagramSteps steps,
            WorkingDayNumbers numbers,
            ErasedStays erased,
            JdbcClient database,
            TransactionTemplate transaction) {
        this.fold = fold;
        this.steps = steps;
        this.numbers = numbers;
        this.erased = erased;
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * Works off what has changed until nothing is left. Nothing happens while another node does it.
     *
     * @return how many changes were worked off
     */
    public int update() {
        int all = 0;
        int batch;
        do {
            batch = transaction.execute(status -> batch());
            all += batch;
        } while (batch == MOST);
        return all;
    }

    private int batch() {
        if (!waiting() || !NodeTurn.isMine(database, LOCK)) {
            return 0;
        }
        numbers.extend();
        steps.learn();
        return fold.changes(MOST);
    }

    /**
     * Makes all counts anew from the engine's history and from what is left of erased cases, case by case, so that what belongs together is read once. Until it is done,
     * pages show less than there is.
     */
    public void rebuild() {
        transaction.executeWithoutResult(status -> {
            database.sql("select pg_advisory_xact_lock(?)").params(LOCK).query().listOfRows();
            database.sql("truncate stay, stays_open, stays_of_day, stays_of_month, stay_change")
                    .update();
            erased.countAll();
            database.sql("insert into stay_change (activity_id) select id_ from act_hi_actinst where is_stay(act_type_)"
                            + " order by root_proc_inst_id_, start_time_")
                    .update();
        });
        update();
        layOut();
    }

    /** Made anew case by case, the counts of a month lie all over their table; counted day by day they lie together. */
    private void layOut() {
        for (String table : COUNTS) {
            database.sql("cluster " + table + " using " + table + "_pkey").update();
        }
        database.sql("analyze stay, stays_open, stays_of_day, stays_of_month").update();
    }

    /** Forgets counts that have come down to nothing. */
    public void tidy() {
        for (String table : COUNTS) {
            database.sql("delete from " + table + " where count = 0").update();
        }
    }

    private boolean waiting() {
        return database.sql("select exists (select 1 from stay_change)")
                .query(Boolean.class)
                .single();
    }
}
