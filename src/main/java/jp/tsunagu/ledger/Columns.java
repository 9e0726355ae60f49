package jp.tsunagu.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Vault;

/** One row of {@link CaseRows}, column by column. */
record Columns(ResultSet row, Vault vault) {

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

    /** What is known of the person; null if it is not. */
    String person(String column) {
        return opened("person." + column, "person", column);
    }

    /** What the forms hold. */
    JsonNode fields() {
        try {
            return JSON.readTree(opened("support_case.fields", "id", "fields"));
        } catch (JsonProcessingException e) {
            // its message would quote them
            throw new IllegalStateException("fields of a case are no JSON");
        }
    }

    private String opened(String place, String id, String column) {
        return vault.text(Place.of(place, read(() -> row.getObject(id, UUID.class))), read(() -> row.getBytes(column)));
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
