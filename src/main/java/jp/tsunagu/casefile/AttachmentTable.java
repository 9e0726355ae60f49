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
    private final Clock clock;

    AttachmentTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(UUID caseId, PageAct act, AttachmentEntry entry, Scan scan, byte[] content, byte[] sha256) {
        database.sql("""
                        insert into attachment (id, case_id, paper, paper_note, signed_on, manner, signed_by, manner_reason,
                          file_name, kind, pages, bytes, sha256, content, act_key, added_by, added_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        caseId,
                        entry.paper().name(),
                        entry.paperNote(),
                        entry.signedOn(),
                        entry.manner().name(),
                        entry.signedBy(),
                        entry.mannerReason(),
                        FileName.cleaned(entry.fileName()),
                        scan.kind().name(),
                        scan.pages(),
                        content.length,
                        sha256,
                        content,
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
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    void withdraw(UUID id, String reason, String user) {
        database.sql("insert into attachment_withdrawal (attachment_id, reason, withdrawn_by, withdrawn_at) "
                        + "values (?, ?, ?, ?)")
                .params(id, reason, user, OffsetDateTime.now(clock))
                .update();
    }

    private static Attachment read(ResultSet row) throws SQLException {
        AttachmentEntry entry = new AttachmentEntry(
                SignedPaper.of(row.getString("paper")).orElse(SignedPaper.OTHER),
                row.getString("paper_note"),
                row.getObject("signed_on", LocalDate.class),
                SigningManner.valueOf(row.getString("manner")),
                row.getString("signed_by"),
                row.getString("manner_reason"),
                row.getString("file_name"));
        Attachment.Withdrawal withdrawal = row.getString("reason") == null
                ? null
                : new Attachment.Withdrawal(
                        row.getString("reason"),
                        row.getString("withdrawn_by"),
                        instant(row, row.findColumn("withdrawn_at")));
        return new Attachment(
                row.getObject("id", UUID.class),
                entry,
                ScanKind.valueOf(row.getString("kind")),
                row.getInt("pages"),
                row.getInt("bytes"),
                row.getString("added_by"),
                instant(row, row.findColumn("added_at")),
                withdrawal);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
