package jp.tsunagu.disposal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 廃棄の停止: while one stands, nothing of the case is erased. */
@Component
class Holds {

    private final JdbcClient database;
    private final Vault vault;
    private final Clock clock;

    Holds(JdbcClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** One that stands. */
    record Hold(HoldGround ground, String note, String by, OffsetDateTime at) {}

    Optional<Hold> standing(UUID caseId) {
        return database.sql(
                        "select ground, id, note, held_by, held_at from retention_hold where case_id = ? and released_at is null")
                .param(caseId)
                .query((row, number) -> new Hold(
                        HoldGround.valueOf(row.getString(1)),
                        vault.text(noteOf(row.getObject(2, UUID.class)), row.getBytes(3)),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class)))
                .optional();
    }

    void hold(UUID caseId, HoldGround ground, String note, String user) {
        UUID id = UUID.randomUUID();
        database.sql(
                        "insert into retention_hold (id, case_id, ground, note, held_by, held_at) values (?, ?, ?, ?, ?, ?)")
                .params(id, caseId, ground.name(), vault.seal(noteOf(id), note), user, OffsetDateTime.now(clock))
                .update();
    }

    /** True if one stood. */
    boolean release(UUID caseId, String note, String user) {
        Optional<UUID> standing = database.sql(
                        "select id from retention_hold where case_id = ? and released_at is null for update")
                .param(caseId)
                .query(UUID.class)
                .optional();
        standing.ifPresent(id -> database.sql(
                        "update retention_hold set released_by = ?, released_at = ?, release_note = ? where id = ?")
                .params(
                        user,
                        OffsetDateTime.now(clock),
                        vault.seal(Place.of("retention_hold.release_note", id), note),
                        id)
                .update());
        return standing.isPresent();
    }

    static Place noteOf(UUID hold) {
        return Place.of("retention_hold.note", hold);
    }
}
