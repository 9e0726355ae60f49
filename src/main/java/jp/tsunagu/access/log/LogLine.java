package jp.tsunagu.access.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;

/** A row of the log as the auditor reads it. */
record LogLine(
        long id,
        OffsetDateTime at,
        String user,
        String caseNumber,
        String kind,
        String action,
        String part,
        String client,
        String reason,
        Integer hits) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    static LogLine read(ResultSet row, Map<String, String> names) throws SQLException {
        int hits = row.getInt("hits");
        Integer found = row.wasNull() ? null : hits;
        return new LogLine(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class)
                        .atZoneSameInstant(WorkingDays.TOKYO)
                        .toOffsetDateTime(),
                row.getString("user_id"),
                row.getString("case_number"),
                row.getString("kind"),
                row.getString("action"),
                LogPart.words(row.getString("step"), names),
                row.getString("client"),
                row.getString("reason"),
                found);
    }

    /** In Tokyo, to the second. */
    public String when() {
        return Wareki.formatShort(at.toLocalDate()) + " " + TIME.format(at);
    }
}
