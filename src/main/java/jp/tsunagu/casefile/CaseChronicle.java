package jp.tsunagu.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the case file itself can tell of a case in the order of time: forms, steps taken back, progress records, consents, signed papers, workers.
 * One statement.
 */
@Component
public class CaseChronicle {

    private static final String LINES = """
            select kind, happened_on, recorded_at, by_user, subject, version, method, counterpart, facts, persons_words,
              opinion, next_step, next_date, step, row
            from (
              select case when form in (:events) then 'event' else 'form' end as kind, act_date as happened_on, recorded_at, author as by_user, form as subject, version,
                null as method, null::bytea as counterpart, null::bytea as facts, null::bytea as persons_words, null::bytea as opinion,
                null::bytea as next_step, null::date as next_date, step, id as row
              from form_document where case_id = :id
              union all
              select 'takenBack', (t.taken_back_at at time zone 'Asia/Tokyo')::date, t.taken_back_at, t.taken_back_by, d.form, d.version,
                null, null, t.reason, null, null, null, null, t.step, t.document_id
              from step_taken_back t join form_document d on d.id = t.document_id where t.case_id = :id
              union all
              select 'record', occurred_on, recorded_at, recorded_by, null, null, method, counterpart, facts, persons_words,
                opinion, next_step, next_date, step, id
              from progress_record p where case_id = :id and not withdrawn
                and not exists (select 1 from progress_record c where c.corrects = p.id)
                and not exists (select 1 from step_taken_back t where t.document_id = p.document_id)
              union all
              select 'consent', given_on, null, null, answer, null, null, null, null, null, null, null, null, null, id
              from consent where case_id = :id and not taken_back
              union all
              select 'consentEnded', withdrawn_on, null, null, answer, null, null, null, null, null, null, null, null, null, id
              from consent where case_id = :id and withdrawn_on is not null and not taken_back
              union all
              select 'attachment', signed_on, added_at, added_by, paper, null, null, null, paper_note, null, null, null, null, null, id
              from attachment where case_id = :id
                and not exists (select 1 from attachment_withdrawal w where w.attachment_id = attachment.id)
              union all
              select 'worker', (since at time zone 'Asia/Tokyo')::date, since, user_id, role, null, null, null, null, null,
                null, null, null, null, id
              from case_worker where case_id = :id
            ) lines
            where kind in (:kinds)
            order by happened_on desc, recorded_at desc nulls last, kind, subject, version desc
            limit :most""";

    /** Where the words of a line lie that is no progress record, as its facts. */
    private static final Map<String, String> FACTS =
            Map.of("takenBack", "step_taken_back.reason", "attachment", "attachment.paper_note");

    private final JdbcClient database;
    private final Vault vault;

    CaseChronicle(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * One thing that happened.
     *
     * @param kind {@code form}, {@code event}, {@code takenBack}, {@code record}, {@code consent}, {@code consentEnded},
     *     {@code attachment} or {@code worker}
     * @param recordedAt null where only the day is known
     * @param user who recorded it; of a worker: who has the case from now on
     * @param subject the form, the consent's answer, the attached paper or the worker's role
     * @param version of the form
     * @param written of a progress record what was written; of a step taken back the reason and of a paper its note, as facts
     */
    public record Line(
            String kind, LocalDate on, Instant recordedAt, String user, String subject, int version, Written written) {}

    /**
     * The words of a line.
     *
     * @param method null if it is no progress record
     */
    public record Written(
            String method,
            String counterpart,
            String facts,
            String personsWords,
            String opinion,
            String nextStep,
            LocalDate nextDate) {}

    /**
     * The newest of these kinds, the newest first.
     *
     * @param events the forms that report an event beside the procedure
     */
    public List<Line> newest(UUID caseId, Set<String> kinds, Set<String> events, int most) {
        return database.sql(LINES)
                .param("id", caseId)
                .param("kinds", kinds)
                .param("events", events)
                .param("most", most)
                .query((row, number) -> {
                    LocalDate on = CaseSheet.day(row, 2);
                    OffsetDateTime at = row.getObject(3, OffsetDateTime.class);
                    Written written = new Written(
                            row.getString(7),
                            opened(row, "counterpart"),
                            opened(row, "facts"),
                            opened(row, "persons_words"),
                            opened(row, "opinion"),
                            opened(row, "next_step"),
                            CaseSheet.day(row, 13));
                    return new Line(
                            row.getString(1),
                            on,
                            at == null ? null : at.toInstant(),
                            row.getString(4),
                            row.getString(5),
                            row.getInt(6),
                            written);
                })
                .list();
    }

    private String opened(ResultSet row, String column) throws SQLException {
        String place = FACTS.getOrDefault(row.getString("kind"), "progress_record." + column);
        return vault.text(Place.of(place, row.getObject("row", UUID.class)), row.getBytes(column));
    }
}
