package jp.tsunagu.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to a meeting before it was held: put off, a case moved or taken off. Notes are only added. */
@Component
class ConferenceNotes {

    private final JdbcClient database;
    private final Clock clock;

    ConferenceNotes(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One note; it names cases by number only. */
    record Note(String text, String by, Instant at) {}

    void add(UUID conference, String text, String user) {
        database.sql("insert into conference_note (conference_id, text, recorded_by, recorded_at) values (?, ?, ?, ?)")
                .params(conference, text, user, OffsetDateTime.now(clock))
                .update();
    }

    List<Note> of(UUID conference) {
        return database.sql(
                        "select text, recorded_by, recorded_at from conference_note where conference_id = ? order by id")
                .param(conference)
                .query((row, number) -> new Note(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }
}
