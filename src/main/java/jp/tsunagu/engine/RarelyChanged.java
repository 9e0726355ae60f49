package jp.tsunagu.engine;

import java.util.UUID;
import java.util.function.Supplier;
import jp.tsunagu.form.Remembered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a node remembers of that which no act on a case changes: the days the office is closed, who is away, settings, the
 * present procedure, what is deployed, who is in which group. Each act asks the database once whether any of it has changed since; a change
 * counts for the next act, on every node.
 *
 * <p>The mark is set by triggers on the tables themselves (V10, V11) and never comes back. So an act that changes something and
 * is rolled back leaves nothing wrong behind.
 */
@Component
public class RarelyChanged {

    /** Only against questions without an end; a municipality has some hundreds. */
    private static final int MOST_ANSWERS = 20_000;

    private static final Mark MARK = new Mark();

    private final JdbcClient database;
    private volatile Known known = new Known(null, new Remembered<>(MOST_ANSWERS));

    private record Mark() {}

    private record Known(UUID mark, Remembered<Object, Object> answers) {}

    RarelyChanged(JdbcClient database) {
        this.database = database;
    }

    /**
     * The answer as it stands for this act's transaction; outside of one it is always read.
     *
     * @param question what is asked, with everything the answer depends on; a record of the asking class
     * @param read asks one of the tables that set the mark; its answer must be neither null nor changeable
     */
    @SuppressWarnings("unchecked")
    public <T> T read(Object question, Supplier<T> read) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return read.get();
        }
        UUID mark = OncePerAct.read(MARK, this::mark);
        Known present = known;
        if (!mark.equals(present.mark())) {
            present = new Known(mark, new Remembered<>(MOST_ANSWERS));
            known = present;
        }
        return (T) present.answers().of(question, first -> read.get());
    }

    /** An act that makes a change itself goes by it from now on. */
    public void changed() {
        OncePerAct.forget(Mark.class);
    }

    private UUID mark() {
        return database.sql("select mark from rarely_changed").query(UUID.class).single();
    }
}
