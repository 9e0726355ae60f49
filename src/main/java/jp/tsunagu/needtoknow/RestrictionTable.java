package jp.tsunagu.needtoknow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of 制限ケース and of opened contacts. */
@Component
class RestrictionTable {

    private final JdbcClient database;
    private final Vault vault;

    RestrictionTable(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * A restriction that holds.
     *
     * @param measureUntil until when 住基の支援措置 holds; null if there is none
     * @param endProposedBy null while nobody proposes to end it
     * @param endLookedUpOn on which day whoever proposes looked up 住基の支援措置
     */
    record Restriction(
            UUID id,
            String caseNumber,
            String reason,
            String note,
            String setBy,
            OffsetDateTime setAt,
            LocalDate measureUntil,
            String endProposedBy,
            LocalDate endLookedUpOn,
            String endNote) {

        private static Restriction read(ResultSet row, Vault vault) throws SQLException {
            UUID id = row.getObject("id", UUID.class);
            return new Restriction(
                    id,
                    row.getString("case_number"),
                    row.getString("reason"),
                    vault.text(noteOf(id), row.getBytes("note")),
                    row.getString("set_by"),
                    row.getObject("set_at", OffsetDateTime.class),
                    row.getObject("measure_until", LocalDate.class),
                    row.getString("end_proposed_by"),
                    row.getObject("end_looked_up_on", LocalDate.class),
                    vault.text(endNoteOf(id), row.getBytes("end_note")));
        }
    }

    private static Place noteOf(UUID restriction) {
        return Place.of("case_restriction.note", restriction);
    }

    private static Place endNoteOf(UUID restriction) {
        return Place.of("case_restriction.end_note", restriction);
    }

    Optional<Restriction> of(String caseNumber) {
        return database.sql("select * from case_restriction where case_number = ? and ended_at is null")
                .param(caseNumber)
                .query((row, number) -> Restriction.read(row, vault))
                .optional();
    }

    UUID add(String caseNumber, RestrictionReason reason, String note, String by, OffsetDateTime at, LocalDate until) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into case_restriction (id, case_number, reason, note, set_by, set_at, measure_until)
                        values (:id, :number, :reason, :note, :by, :at, :until)
                        """)
                .param("id", id)
                .param("number", caseNumber)
                .param("reason", reason.name())
                .param("note", vault.seal(noteOf(id), note))
                .param("by", by)
                .param("at", at)
                .param("until", until, Types.DATE)
                .update();
        return id;
    }

    void name(UUID restriction, String user, String by, OffsetDateTime at) {
        database.sql("""
                        insert into case_restriction_named (restriction_id, user_id, since, named_by) values (?, ?, ?, ?)
                        on conflict (restriction_id, user_id) where until is null do nothing
                        """).params(restriction, user, at, by).update();
    }

    void unname(UUID restriction, String user, String by, OffsetDateTime at) {
        database.sql("""
                        update case_restriction_named set until = ?, unnamed_by = ?
                        where restriction_id = ? and user_id = ? and until is null
                        """).params(at, by, restriction, user).update();
    }

    void measure(UUID restriction, LocalDate until) {
        database.sql("update case_restriction set measure_until = :until where id = :id")
                .param("until", until, Types.DATE)
                .param("id", restriction)
                .update();
    }

    /** @param by null withdraws the proposal */
    void proposeEnd(UUID restriction, String by, OffsetDateTime at, LocalDate lookedUpOn, String note) {
        database.sql("""
                        update case_restriction
                        set end_proposed_by = :by, end_proposed_at = :at, end_looked_up_on = :day, end_note = :note
                        where id = :id
                        """)
                .param("by", by, Types.VARCHAR)
                .param("at", at, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("day", lookedUpOn, Types.DATE)
                .param("note", vault.seal(endNoteOf(restriction), note), Types.BINARY)
                .param("id", restriction)
                .update();
    }

    void end(UUID restriction, String by, OffsetDateTime at) {
        database.sql("update case_restriction set ended_by = ?, ended_at = ? where id = ?")
                .params(by, at, restriction)
                .update();
    }

    UUID unlock(String caseNumber, String user, UnlockReason reason, String note, OffsetDateTime at, int minutes) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into case_unlock (id, case_number, user_id, reason, note, at, until)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        caseNumber,
                        user,
                        reason.name(),
                        vault.seal(Place.of("case_unlock.note", id), note),
                        at,
                        at.plusMinutes(minutes))
                .update();
        return id;
    }

    /** When what this person has open closes again; empty if nothing is. */
    Optional<OffsetDateTime> openUntil(String caseNumber, String user, OffsetDateTime now) {
        return database.sql("select max(until) from case_unlock where case_number = ? and user_id = ? and until > ?")
                .params(caseNumber, user, now)
                .query(OffsetDateTime.class)
                .optional();
    }
}
