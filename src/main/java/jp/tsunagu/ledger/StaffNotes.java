package jp.tsunagu.ledger;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What staff wrote about a case beside its forms and records: why they looked, restricted, corrected, merged, held. It belongs to
 * what the office holds about the person (開示請求). What names a case that is kept from the reader is not among it.
 */
@Component
class StaffNotes {

    private static final String NOTES = """
            select id, label, text, at from (
              select 'v' || id as id, '理由を述べた閲覧の理由' as label, note as text, at from case_viewing where case_number = :number
              union all
              select 'j' || id, '閲覧への異議', judged_note, judged_at from case_viewing where case_number = :number
              union all
              select 'u' || id, '連絡先を開いた理由', note, at from case_unlock where case_number = :number
              union all
              select 'r' || id, '制限ケースにした理由', note, set_at from case_restriction where case_number = :number
              union all
              select 'e' || id, '制限を解く理由', end_note, end_proposed_at from case_restriction where case_number = :number
              union all
              select 'm' || id, case when undoes is null then '名寄せの理由' else '名寄せを取り消した理由' end, reason, done_at
              from person_merge where :number in (one_case, other_case)
                and one_case not in (select hidden_from(:user)) and other_case not in (select hidden_from(:user))
              union all
              select 't' || t.document_id, '訂正の理由', t.reason, t.taken_back_at
              from step_taken_back t join support_case c on c.id = t.case_id where c.case_number = :number
              union all
              select 'l' || e.id, '返戻のメモ', e.note, e.at
              from notice_event e join notice n on n.id = e.notice_id join support_case c on c.id = n.case_id
              where c.case_number = :number
              union all
              select 'a' || a.id, '書類についてのメモ', concat_ws('　', a.paper_note, a.signed_by, a.manner_reason), a.added_at
              from attachment a join support_case c on c.id = a.case_id where c.case_number = :number
              union all
              select 'w' || a.id, '書類を取り消した理由', w.reason, w.withdrawn_at
              from attachment_withdrawal w join attachment a on a.id = w.attachment_id
              join support_case c on c.id = a.case_id where c.case_number = :number
              union all
              select 'h' || h.id, '廃棄を止めた理由', h.note, h.held_at
              from retention_hold h join support_case c on c.id = h.case_id where c.case_number = :number
              union all
              select 'f' || h.id, '廃棄の停止をやめた理由', h.release_note, h.released_at
              from retention_hold h join support_case c on c.id = h.case_id where c.case_number = :number) notes
            where text <> '' order by at, id""";

    private final JdbcClient database;

    StaffNotes(JdbcClient database) {
        this.database = database;
    }

    /**
     * A note.
     *
     * @param id the same as long as the note stands
     */
    record Note(String id, String label, String text, OffsetDateTime at) {}

    /** All of a case, the oldest first. */
    List<Note> of(String caseNumber, String user) {
        return database.sql(NOTES)
                .param("number", caseNumber)
                .param("user", user)
                .query(Note.class)
                .list();
    }
}
