package jp.tsunagu.ledger;

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

/** What the other rooms have done with a case, in the order of time: referrals, meetings, decisions, notices, disclosures, alerts, what supervisors did. One
 * statement. */
@Component
class OfficeChronicle {

    private static final String LINES = """
            select kind, what, happened_on, recorded_at, by_user, first_detail, second_detail, first_sealed, second_sealed, row
            from (
              select 'referral' as kind, 'opened' as what, opened_on as happened_on, null::timestamptz as recorded_at,
                null as by_user, kind as first_detail, null as second_detail, null::bytea as first_sealed,
                null::bytea as second_sealed, null::uuid as row
              from referral where case_id = :id
              union all
              select 'referral', 'handedOver', handed_over_on, null, null, kind, null, null, receiver, id
              from referral where case_id = :id and handed_over_on is not null
              union all
              select 'referral', 'received', received_at::date, received_at at time zone 'Asia/Tokyo', null, kind,
                null, null, received_by, id
              from referral where case_id = :id and received_at is not null
              union all
              select 'referral', 'closed', closed_on, null, null, kind, result, null, null, null
              from referral where case_id = :id and closed_on is not null
              union all
              select 'decision', 'conference', item.recorded_on, null, null, item.purpose, item.result, null, null, null
              from conference_item item where item.case_id = :id and item.recorded_on is not null
              union all
              select 'decision', 'decided', d.decided_on, d.recorded_at, d.decided_by, d.decision_type, d.document_number,
                null, null, null
              from plan p join plan_version v on v.plan_id = p.id join plan_decision d on d.plan_version_id = v.id
              where p.case_id = :id
              union all
              select 'decision', 'rejected', r.rejected_on, null, r.rejected_by, r.category, null, null, r.reason, r.id
              from plan p join plan_version v on v.plan_id = p.id join rejection r on r.plan_version_id = v.id
              where p.case_id = :id
              union all
              select 'notice', kind, (created_at at time zone 'Asia/Tokyo')::date, created_at, null, receiver_role, receiver,
                null, null, null
              from notice where case_id = :id and kind <> 'TASK_REMINDER'
              union all
              select 'notice', 'sent', sent_on, null, sent_by, kind, coalesce(receiver, receiver_role), null, null, null
              from notice where case_id = :id and sent_on is not null and kind <> 'TASK_REMINDER'
              union all
              select 'disclosure', body, disclosed_on, recorded_at, recorded_by, null, null, receiver, purpose, id
              from disclosure where case_id = :id
              union all
              select 'alert', level, (raised_at at time zone 'Asia/Tokyo')::date, raised_at, null, step, raised_for, null, null, null
              from task_alert where case_number = :number
              union all
              select 'alert', 'case', (raised_at at time zone 'Asia/Tokyo')::date, raised_at, null, kind, raised_for, null, null, null
              from case_alert where case_number = :number
              union all
              select 'oversight', act, (at at time zone 'Asia/Tokyo')::date, at, by_user, step,
                case when act = 'noted' then reason else to_whom end, null, null, null
              from oversight_act where case_number = :number
            ) lines
            where kind in (:kinds)
            order by happened_on desc, recorded_at desc nulls last, kind, what, first_detail
            limit :most""";

    private static final int FIRST_SEALED = 8;

    /** Where the second detail lies that is sealed; of a disclosure, by what was told. */
    private static final Map<String, String> SECOND = Map.of(
            "handedOver", "referral.receiver", "received", "referral.received_by", "rejected", "rejection.reason");

    private final JdbcClient database;
    private final Vault vault;

    OfficeChronicle(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** One thing that happened; the details are as the rooms keep them. */
    record Line(String kind, String what, LocalDate on, Instant at, String user, String first, String second) {

        /** Who was told, an account or a role; null where it is not about that. */
        String informed() {
            return kind.equals("alert") || kind.equals("oversight") && !what.equals("noted") ? second : null;
        }
    }

    List<Line> newest(UUID caseId, String caseNumber, Set<String> kinds, int most) {
        return database.sql(LINES)
                .param("id", caseId)
                .param("number", caseNumber)
                .param("kinds", kinds)
                .param("most", most)
                .query((row, number) -> {
                    OffsetDateTime at = row.getObject(4, OffsetDateTime.class);
                    return new Line(
                            row.getString(1),
                            row.getString(2),
                            row.getObject(3, LocalDate.class),
                            at == null ? null : at.toInstant(),
                            row.getString(5),
                            detail(row, 6, FIRST_SEALED),
                            detail(row, 7, FIRST_SEALED + 1));
                })
                .list();
    }

    /** As it stands there, or as it was sealed. */
    private String detail(ResultSet row, int plain, int sealed) throws SQLException {
        byte[] stored = row.getBytes(sealed);
        if (stored == null) {
            return row.getString(plain);
        }
        String column = sealed == FIRST_SEALED
                ? "disclosure.receiver"
                : SECOND.getOrDefault(row.getString(2), "disclosure.purpose");
        return vault.text(Place.of(column, row.getObject(10, UUID.class)), stored);
    }
}
