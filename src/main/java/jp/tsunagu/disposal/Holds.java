package jp.tsunagu.disposal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 廃棄の停止: while one stands, nothing of the case is erased. */
@Component
class Holds {

    private final JdbcClient database;
    private final Clock clock;

    Holds(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One that stands. */
    record Hold(HoldGround ground, String note, String by, OffsetDateTime at) {}

    Optional<Hold> standing(UUID caseId) {
        return database.sql(
                        "select ground, note, held_by, held_at from retention_hold where case_id = ? and released_at is null")
                .param(caseId)
                .query((row, number) -> new Hold(
                        HoldGround.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class)))
                .optional();
    }

    void hold(UUID caseId, HoldGround ground, String note, String user) {
        database.sql(
                        "insert into retention_hold (id, case_id, ground, note, held_by, held_at) values (?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), caseId, ground.name(), note, user, OffsetDateTime.now(clock))
                .update();
    }

    /** True if one stood. */
    boolean release(UUID caseId, String note, String user) {
        return database.sql("""
                        update retention_hold set released_by = ?, released_at = ?, release_note = ?
                        where case_id = ? and released_at is null
                        """)
                        .params(user, OffsetDateTime.now(clock), note, caseId)
                        .update()
                > 0;
    }
}
