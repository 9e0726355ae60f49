package jp.tsunagu.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the other rooms have done with a case, in the order of time: referrals, meetings, decisions, notices, disclosures, alerts, what supervisors did. One
 * statement. */
@Component
class OfficeChronicle {

    private static final String LINES = """
            select kind, what, happened_on, recorded_at, by_user, first_detail, second_detail
            from (
              select 'referral' as kind, 'opened' as what, opened_on as happened_on, null::timestamptz as recorded_at,
                null as by_user, kind as first_detail, null as second_detail
              from referral where case_id = :id
              union all
              select 'referral', 'handedOver', handed_over_on, null, null, kind, receiver
              from referral where case_id = :id and handed_over_on is not null
              union all
              select 'referral', 'received', received_at::date, received_at at time zone 'Asia/Tokyo', null, kind, received_by
              from referral where case_id = :id and received_at is not null
              union all
              select 'referral', 'closed', closed_on, null, null, kind, result
              from referral where case_id = :id and closed_on is not null
              union all
              select 'decision', 'conference', item.recorded_on, null, null, item.purpose, item.result
              from conference_item item where item.case_id = :id and item.recorded_on is not null
              union all
              select 'decision', 'decided', d.decided_on, d.recorded_at, d.decided_by, d.decision_type, d.document_number
              from plan p join plan_version v on v.plan_id = p.id join plan_decision d on d.plan_version_id = v.id
              where p.case_id = :id
              union all
              select 'decision', 'rejected', r.rejected_on, null, r.rejected_by, r.category, r.reason
              from plan p join plan_version v on v.plan_id = p.id join rejection r on r.plan_version_id = v.id
              where p.case_id = :id
              union all
              select 'notice', kind, (created_at at time zone 'Asia/Tokyo')::date, created_at, null, receiver_role, receiver
              from notice where case_id = :id and kind <> 'TASK_REMINDER'
              union all
              select 'notice', 'sent', sent_on, null, sent_by, kind, coalesce(receiver, receiver_role)
              from notice where case_id = :id and sent_on is not null and kind <> 'TASK_REMINDER'
              union all
              select 'disclosure', body, disclosed_on, recorded_at, recorded_by, receiver, purpose
              from disclosure where case_id = :id
              union all
              select 'alert', level, (raised_at at time zone 'Asia/Tokyo')::date, raised_at, null, step, raised_for
              from task_alert where case_number = :number
              union all
              select 'alert', 'case', (raised_at at time zone 'Asia/Tokyo')::date, raised_at, null, kind, raised_for
              from case_alert where case_number = :number
              union all
              select 'oversight', act, (at at time zone 'Asia/Tokyo')::date, at, by_user, step,
                case when act = 'noted' then reason else to_whom end
              from oversight_act where case_number = :number
            ) lines
            where kind in (:kinds)
            order by happened_on desc, recorded_at desc nulls last, kind, what, first_detail
            limit :most""";

    private final JdbcClient database;

    OfficeChronicle(JdbcClient database) {
        this.database = database;
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
                            row.getString(6),
                            row.getString(7));
                })
                .list();
    }
}
