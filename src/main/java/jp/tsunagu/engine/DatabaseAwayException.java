package jp.tsunagu.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.ws.rs.core.Response.Status;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * The database cannot be reached. REST answers 503, in the shape of a refusal, so that the reason stands where the person is
 * typing. It says whether something may have been stored: a commit that got no answer can have happened.
 */
public class DatabaseAwayException extends RestException {

    private static final long serialVersionUID = 1L;

    private static final String NOT_BEGUN = "いまデータベースにつながりません。何も変わっていません。入力した内容はこの画面に残っています。1分ほど待って、もう一度お試しください。";
    private static final String UNKNOWN = "途中でデータベースにつながらなくなり、保存できたか確かめられません。1分ほど待って一覧を更新し、まだ残っていたら、もう一度お試しください。";

    /** Connection lost or refused; ended by the server: stopping, crashed, starting, no room, a transaction left open. */
    private static final List<String> STATES = List.of("08", "57P01", "57P02", "57P03", "53300", "25P03");

    /** What the connection pool says, without a state, of a connection that it has given up because it was lost. */
    private static final String GIVEN_UP = "Connection is closed";

    private final String reason;

    private DatabaseAwayException(String reason, Throwable cause) {
        super(Status.SERVICE_UNAVAILABLE, reason);
        this.reason = reason;
        initCause(cause);
    }

    /** If this is what lies behind a failure. */
    public static Optional<DatabaseAwayException> behind(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .toList();
        for (Throwable cause : causes) {
            if (cause instanceof DatabaseAwayException known) {
                return Optional.of(known);
            }
            if (cause instanceof SQLException sql && isAway(sql)) {
                boolean begun = causes.stream().noneMatch(CannotCreateTransactionException.class::isInstance);
                return Optional.of(new DatabaseAwayException(begun ? UNKNOWN : NOT_BEGUN, failure));
            }
        }
        return Optional.empty();
    }

    private static boolean isAway(SQLException sql) {
        String state = sql.getSQLState();
        return sql instanceof SQLTransientConnectionException
                || GIVEN_UP.equals(sql.getMessage())
                || state != null && STATES.stream().anyMatch(state::startsWith);
    }

    /** For a person to read. */
    public String reason() {
        return reason;
    }

    /** A list with one reason, as every refusal. */
    @Override
    public String getMessage() {
        ArrayNode list = new ObjectMapper().createArrayNode();
        list.addObject().putNull("field").putNull("label").put("reason", reason);
        return list.toString();
    }
}
