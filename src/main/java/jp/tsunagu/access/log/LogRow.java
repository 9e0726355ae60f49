package jp.tsunagu.access.log;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of the log as it is sealed: all its columns, in bytes that no other row has. */
record LogRow(long id, int epoch, long xact, byte[] bytes) {

    /** In the order in which rows are sealed. Times are read as microseconds, exact and the same in every time zone. */
    static final String COLUMNS = "id, epoch, xact, (extract(epoch from at) * 1000000)::bigint,"
            + " (extract(epoch from written_at) * 1000000)::bigint, hits, user_id, case_number, kind, action, step, client,"
            + " reason";

    static final String IN_ORDER = " order by epoch, xact, id";

    private static final int NUMBERS = 6;
    private static final int TEXTS = 7;

    static LogRow read(ResultSet row) throws SQLException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        for (int column = 1; column <= NUMBERS; column++) {
            long number = row.getLong(column);
            put(
                    bytes,
                    row.wasNull()
                            ? null
                            : ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        }
        for (int column = NUMBERS + 1; column <= NUMBERS + TEXTS; column++) {
            String text = row.getString(column);
            put(bytes, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
        }
        return new LogRow(row.getLong(1), row.getInt(2), row.getLong(3), bytes.toByteArray());
    }

    /** Each value with its length before it: what ends here cannot begin there. */
    private static void put(ByteArrayOutputStream bytes, byte[] value) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .putInt(value == null ? -1 : value.length)
                .array());
        if (value != null) {
            bytes.writeBytes(value);
        }
    }
}
