package jp.tsunagu.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Vault;
import jp.tsunagu.scan.Scan;
import jp.tsunagu.scan.ScanKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of attached papers. Their content is read only when somebody opens one. */
@Component
class AttachmentTable {

    private static final String LIST = """
            select a.id, a.paper, a.paper_note, a.signed_on, a.manner, a.signed_by, a.manner_reason, a.file_name, a.kind,
              a.pages, a.bytes, a.added_by, a.added_at, w.reason, w.withdrawn_by, w.withdrawn_at
            from attachment a left join attachment_withdrawal w on w.attachment_id = a.id
            where a.case_id = ? order by a.added_at desc
            """;

    private final JdbcClient database;
    private final Vault vault;
    private final Clock clock;

    AttachmentTable(JdbcClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    void add(UUID caseId, PageAct act, AttachmentEntry entry, Scan scan, byte[] content, byte[] sha256) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into attachment (id, case_id, paper, paper_note, signed_on, manner, signed_by, manner_reason,
                          file_name, kind, pages, bytes, sha256, content, act_key, added_by, added_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        caseId,
                        entry.paper().name(),
                        vault.seal(place("paper_note", id), entry.paperNote()),
                        entry.signedOn(),
                        entry.manner().name(),
                        vault.seal(place("signed_by", id), entry.signedBy()),
                        vault.seal(place("manner_reason", id), entry.mannerReason()),
                        vault.seal(place("file_name", id), FileName.cleaned(entry.fileName())),
                        scan.kind().name(),
                        scan.pages(),
                        content.length,
                        sha256,
                        vault.seal(place("content", id), content),
                        act.key(),
                        act.user(),
                        OffsetDateTime.now(clock))
                .update();
    }

    List<Attachment> of(UUID caseId) {
        return database.sql(LIST)
                .param(caseId)
                .query((row, number) -> read(row))
                .list();
    }

    boolean wasAdded(UUID caseId, String actKey) {
        return database.sql("select exists (select 1 from attachment where case_id = ? and act_key = ?)")
                .params(caseId, actKey)
                .query(Boolean.class)
                .single();
    }

    /** When the same content was attached to this case before and still counts. */
    Optional<LocalDate> addedBefore(UUID caseId, byte[] sha256) {
        return database.sql("""
                        select a.added_at from attachment a where a.case_id = ? and a.sha256 = ?
                          and not exists (select 1 from attachment_withdrawal w where w.attachment_id = a.id)
                        """)
                .params(caseId, sha256)
                .query((row, number) -> instant(row, 1).atZone(clock.getZone()).toLocalDate())
                .optional();
    }

    byte[] content(UUID id) {
        return database.sql("select content from attachment where id = ?")
                .param(id)
                .query((row, number) -> vault.open(place("content", id), row.getBytes(1)))
                .single();
    }

    void withdraw(UUID id, String reason, String user) {
        database.sql("insert into attachment_withdrawal (attachment_id, reason, withdrawn_by, withdrawn_at) "
                        + "values (?, ?, ?, ?)")
                .params(id, vault.seal(withdrawal(id), reason), user, OffsetDateTime.now(clock))
                .update();
    }

    private Attachment read(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        AttachmentEntry entry = new AttachmentEntry(
                SignedPaper.of(row.getString("paper")).orElse(SignedPaper.OTHER),
                opened(row, "paper_note", id),
                row.getObject("signed_on", LocalDate.class),
                SigningManner.valueOf(row.getString("manner")),
                opened(row, "signed_by", id),
                opened(row, "manner_reason", id),
                opened(row, "file_name", id));
        Attachment.Withdrawal withdrawal = row.getBytes("reason") == null
                ? null
                : new Attachment.Withdrawal(
                        vault.text(withdrawal(id), row.getBytes("reason")),
                        row.getString("withdrawn_by"),
                        instant(row, row.findColumn("withdrawn_at")));
        return new Attachment(
                id,
                entry,
                ScanKind.valueOf(row.getString("kind")),
                row.getInt("pages"),
                row.getInt("bytes"),
                row.getString("added_by"),
                instant(row, row.findColumn("added_at")),
                withdrawal);
    }

    private String opened(ResultSet row, String column, UUID id) throws SQLException {
        return vault.text(place(column, id), row.getBytes(column));
    }

    private static Place place(String column, UUID id) {
        return Place.of("attachment." + column, id);
    }

    private static Place withdrawal(UUID id) {
        return Place.of("attachment_withdrawal.reason", id);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
