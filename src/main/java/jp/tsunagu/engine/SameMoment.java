package jp.tsunagu.engine;

import java.sql.SQLException;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.core.NestedExceptionUtils;

/**
 * Whether an act failed only because another one on the same case, a person's or a timer's, came first. Nothing of it has happened
 * then, and it may be sent again (design.md D-06).
 */
final class SameMoment {

    /** What PostgreSQL calls a deadlock, a serialization failure, and a row whose parent was taken away meanwhile. */
    private static final Set<String> STATES = Set.of("40P01", "40001", "23503");

    private SameMoment() {}

    static boolean isBehind(Throwable failure) {
        return failure instanceof OptimisticLockingException
                || NestedExceptionUtils.getRootCause(failure) instanceof SQLException sql
                        && STATES.contains(sql.getSQLState());
    }
}
