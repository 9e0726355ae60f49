package jp.tsunagu.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What staff wrote about a case beside its forms and records: why they looked, restricted, corrected, merged, held. It belongs to
 * what the office holds about the person (開示請求). What names a case that is kept from the reader is not among it.
 */
@Component
class StaffNotes {

    private static final String NOTES = """
            select label, place, row, sealed, at from (
              select '理由を述べた閲覧の理由' as label, 'case_viewing.note' as place, id::text as row, note as sealed, at
              from case_viewing where case_number = :number
              union all
              select '閲覧への異議', 'case_viewing.judged_note', id::text, judged_note, judged_at
              from case_viewing where case_number = :number
              union all
              select '連絡先を開いた理由', 'case_unlock.note', id::text, note, at from case_unlock where case_number = :number
              union all
              select '制限ケースにした理由', 'case_restriction.note', id::text, note, set_at
              from case_restriction where case_number = :number
              union all
              select '制限を解く理由', 'case_restriction.end_note', id::text, end_note, end_proposed_at
              from case_restriction where case_number = :number
              union all
              select case when undoes is null then '名寄せの理由' else '名寄せを取り消した理由' end, 'person_merge.reason', id::text, reason, done_at
              from person_merge where :number in (one_case, other_case)
                and one_case not in (select hidden_from(:user)) and other_case not in (select hidden_from(:user))
              union all
              select '訂正の理由', 'step_taken_back.reason', t.document_id::text, t.reason, t.taken_back_at
              from step_taken_back t join support_case c on c.id = t.case_id where c.case_number = :number
              union all
              select '返戻のメモ', 'notice_event.note', e.id::text, e.note, e.at
              from notice_event e join notice n on n.id = e.notice_id join support_case c on c.id = n.case_id
              where c.case_number = :number
              union all
              select '書類についてのメモ', 'attachment.paper_note', a.id::text, a.paper_note, a.added_at
              from attachment a join support_case c on c.id = a.case_id where c.case_number = :number
              union all
              select '書類に署名した人', 'attachment.signed_by', a.id::text, a.signed_by, a.added_at
              from attachment a join support_case c on c.id = a.case_id where c.case_number = :number
              union all
              select '署名の方法の理由', 'attachment.manner_reason', a.id::text, a.manner_reason, a.added_at
              from attachment a join support_case c on c.id = a.case_id where c.case_number = :number
              union all
              select '書類を取り消した理由', 'attachment_withdrawal.reason', a.id::text, w.reason, w.withdrawn_at
              from attachment_withdrawal w join attachment a on a.id = w.attachment_id
              join support_case c on c.id = a.case_id where c.case_number = :number
              union all
              select '廃棄を止めた理由', 'retention_hold.note', h.id::text, h.note, h.held_at
              from retention_hold h join support_case c on c.id = h.case_id where c.case_number = :number
              union all
              select '廃棄の停止をやめた理由', 'retention_hold.release_note', h.id::text, h.release_note, h.released_at
              from retention_hold h join support_case c on c.id = h.case_id where c.case_number = :number) notes
            where sealed is not null order by at, place, row""";

    private final JdbcClient database;
    private final Vault vault;

    StaffNotes(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * A note.
     *
     * @param id the same as long as the note stands
     */
    record Note(String id, String label, String text, OffsetDateTime at) {}

    /** All of a case, the oldest first. */
    List<Note> of(String caseNumber, String user) {
        return database.sql(NOTES).param("number", caseNumber).param("user", user).query(this::note).list().stream()
                .filter(note -> !note.text().isBlank())
                .toList();
    }

    private Note note(ResultSet row, int number) throws SQLException {
        Place place = new Place(row.getString("place"), row.getString("row"));
        return new Note(
                place.column() + ":" + place.row(),
                row.getString("label"),
                vault.text(place, row.getBytes("sealed")),
                row.getObject("at", OffsetDateTime.class));
    }
}
