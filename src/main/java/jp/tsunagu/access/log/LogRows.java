package jp.tsunagu.access.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The rows of the log one after the other, in the order in which they are sealed, without ever holding all of them. */
final class LogRows implements AutoCloseable {

    private static final int FETCHED = 5_000;

    private final PreparedStatement statement;
    private final ResultSet rows;
    private LogRow next;

    /** All of them; the connection's transaction has to be one. */
    LogRows(Connection connection) throws SQLException {
        statement = connection.prepareStatement("select " + LogRow.COLUMNS + " from access_record" + LogRow.IN_ORDER);
        statement.setFetchSize(FETCHED);
        rows = statement.executeQuery();
        advance();
    }

    /** The row that comes next; null after the last. */
    LogRow next() {
        return next;
    }

    void advance() throws SQLException {
        next = rows.next() ? LogRow.read(rows) : null;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
