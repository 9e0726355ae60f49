package jp.tsunagu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.CannotCreateTransactionException;

/** What is told as a database that is away, and what is not. */
class DatabaseAwayExceptionTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08003", "57P01", "57P02", "57P03", "53300", "25P03"})
    void lostOrRefused(String state) {
        assertThat(reason(new IllegalStateException(new SQLException("FATAL", state))))
                .contains("保存できたか確かめられません");
    }

    @Test
    void givenUpByThePool() {
        assertThat(reason(new SQLException("Connection is closed"))).contains("保存できたか確かめられません");
    }

    @Test
    void notEvenBegun() {
        assertThat(reason(
                        new CannotCreateTransactionException("none", new SQLTransientConnectionException("timed out"))))
                .contains("何も変わっていません");
    }

    /** A rule that the database enforces is a mistake of the program, and the database is there. */
    @ParameterizedTest
    @ValueSource(strings = {"23505", "40001", "42601", "57014"})
    void anAnswerOfTheDatabase(String state) {
        assertThat(DatabaseAwayException.behind(new IllegalStateException(new SQLException("no", state))))
                .isEmpty();
    }

    private static String reason(Throwable failure) {
        return DatabaseAwayException.behind(failure).orElseThrow().getMessage();
    }
}
