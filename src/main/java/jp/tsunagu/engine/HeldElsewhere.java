package jp.tsunagu.engine;

import java.sql.SQLException;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.PessimisticLockingFailureException;

/** Whether an act failed only because somebody else is at the same case: later it may succeed. */
public final class HeldElsewhere {

    /** PostgreSQL: lock not available, deadlock detected, serialization failure. The engine wraps them as if they were faults. */
    private static final Set<String> STATES = Set.of("55P03", "40P01", "40001");

    private HeldElsewhere() {}

    public static boolean isCauseOf(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof PessimisticLockingFailureException
                    || cause instanceof SQLException refused && STATES.contains(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
