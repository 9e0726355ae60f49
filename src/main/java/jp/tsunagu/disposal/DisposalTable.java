package jp.tsunagu.disposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The disposals in the database, which itself refuses one person on both sides. */
@Component
class DisposalTable {

    private final JdbcClient database;
    private final Vault vault;
    private final Clock clock;

    DisposalTable(JdbcClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    List<Disposal> inState(Disposal.State state) {
        return database.sql("select * from disposal where state = ? order by case_number")
                .param(state.name())
                .query(this::row)
                .list();
    }

    /** Holds the row until the transaction ends; empty if another one has it, or it is not in this state any more. */
    Optional<Disposal> take(UUID id, Disposal.State state) {
        return database.sql("select * from disposal where id = ? and state = ? for update skip locked")
                .params(id, state.name())
                .query(this::row)
                .optional();
    }

    Optional<Disposal> openOf(UUID caseId) {
        return database.sql("select * from disposal where case_id = ? and state in ('PROPOSED', 'APPROVED')")
                .param(caseId)
                .query(this::row)
                .optional();
    }

    /**
     * A proposal.
     *
     * @param note and requestedOn null unless the person asked for it
     */
    void propose(ClosedCase of, Ground ground, LocalDate keptUntil, String note, LocalDate requestedOn, String user) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into disposal (id, case_id, case_number, kind, ground, note, requested_on, closed_on, kept_until,
                          state, proposed_by, proposed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?)
                        """)
                .params(
                        id,
                        of.id(),
                        of.number(),
                        requestedOn == null ? "RETENTION" : "REQUEST",
                        ground.name(),
                        vault.seal(noteOf(id), note),
                        requestedOn,
                        of.closedOn(),
                        keptUntil,
                        user,
                        OffsetDateTime.now(clock))
                .update();
    }

    void approve(UUID id, String user) {
        database.sql(
                        "update disposal set state = 'APPROVED', approved_by = ?, approved_at = ?, obstacle = null where id = ?")
                .params(user, OffsetDateTime.now(clock), id)
                .update();
    }

    /** Also takes the words of a request away: nothing of it is needed any more. */
    void withdraw(UUID id, String user) {
        database.sql(
                        "update disposal set state = 'WITHDRAWN', withdrawn_by = ?, withdrawn_at = ?, note = null where id = ?")
                .params(user, OffsetDateTime.now(clock), id)
                .update();
    }

    void obstructed(UUID id, String obstacle) {
        database.sql("update disposal set obstacle = ? where id = ?")
                .params(obstacle, id)
                .update();
    }

    void erased(UUID id) {
        database.sql("update disposal set state = 'ERASED', note = null, obstacle = null where id = ?")
                .param(id)
                .update();
    }

    /** After a restore: what was approved before counts as approved, whatever the backup knew of it. */
    void restore(Certificate of) {
        database.sql(
                        "update disposal set state = 'WITHDRAWN' where case_id = ? and id <> ? and state in ('PROPOSED', 'APPROVED')")
                .params(of.caseId(), of.disposalId())
                .update();
        database.sql("""
                        insert into disposal (id, case_id, case_number, kind, ground, requested_on, closed_on, kept_until, state,
                          proposed_by, proposed_at, approved_by, approved_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'APPROVED', ?, ?, ?, ?)
                        on conflict (id) do update set state = 'APPROVED', approved_by = excluded.approved_by,
                          approved_at = excluded.approved_at
                        """)
                .params(
                        of.disposalId(),
                        of.caseId(),
                        of.caseNumber(),
                        of.kind(),
                        of.ground().name(),
                        of.kind().equals("REQUEST") ? of.proposedAt().toLocalDate() : null,
                        of.closedOn(),
                        of.keptUntil(),
                        of.proposedBy(),
                        of.proposedAt(),
                        of.approvedBy(),
                        of.approvedAt())
                .update();
    }

    private Disposal row(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Disposal(
                id,
                row.getObject("case_id", UUID.class),
                row.getString("case_number"),
                row.getString("kind").equals("REQUEST"),
                Ground.valueOf(row.getString("ground")),
                vault.text(noteOf(id), row.getBytes("note")),
                row.getObject("requested_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                row.getObject("kept_until", LocalDate.class),
                Disposal.State.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class),
                row.getString("approved_by"),
                row.getObject("approved_at", OffsetDateTime.class),
                row.getString("obstacle"));
    }

    private static Place noteOf(UUID disposal) {
        return Place.of("disposal.note", disposal);
    }
}
