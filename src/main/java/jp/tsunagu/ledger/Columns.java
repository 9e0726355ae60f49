package jp.tsunagu.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import jp.tsunagu.calendar.WorkingDays;

/** One row of {@link CaseRows}, column by column. */
record Columns(ResultSet row) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String text(String column) {
        return read(() -> row.getString(column));
    }

    int count(String column) {
        return read(() -> row.getInt(column));
    }

    boolean yes(String column) {
        return read(() -> row.getBoolean(column));
    }

    LocalDate day(String column) {
        return read(() -> row.getObject(column, LocalDate.class));
    }

    OffsetDateTime time(String column) {
        return read(() -> row.getObject(column, OffsetDateTime.class));
    }

    /** A date of the engine, which keeps it as milliseconds. */
    LocalDate dayOfMillis(String column) {
        Long millis = read(() -> row.getObject(column, Long.class));
        return millis == null
                ? null
                : Instant.ofEpochMilli(millis).atZone(WorkingDays.TOKYO).toLocalDate();
    }

    /** What the forms hold of the fields that were asked for. */
    JsonNode fields() {
        String fields = text("fields");
        try {
            return fields == null ? JsonNodeFactory.instance.objectNode() : JSON.readTree(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("fields of a case are no JSON", e);
        }
    }

    private interface Read<T> {
        T get() throws SQLException;
    }

    private static <T> T read(Read<T> column) {
        try {
            return column.get();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
