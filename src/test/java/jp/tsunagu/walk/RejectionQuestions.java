package jp.tsunagu.walk;

import java.util.List;

/** I-06: a rejection has a reason, 主任 acknowledges it, both re-checks follow; there is no other exit (要領 第10条第3号). */
final class RejectionQuestions {

    static final List<Question> QUESTIONS = List.of(hasReason(), reasonOfThisTime(), order(), submittedAgain());

    private static final String REJECTED = """
            from support_case c join form_document d on d.case_id = c.id
            where c.case_number in (:cases) and d.step in ('decidePlan', 'recordExternalDecision')
              and d.data->>'wardDecision' = 'rejected'
            """;

    private RejectionQuestions() {}

    private static Question hasReason() {
        return new Question(
                "I-06", "差戻しには必ず、書かれた理由の記録がある", "select c.case_number, '理由の記録のない差戻し' finding " + REJECTED + """
                  and not exists (select 1 from rejection r join plan_version v on v.id = r.plan_version_id
                      join plan p on p.id = v.plan_id where p.case_id = c.id
                        and r.process_instance_id = d.process_instance_id and r.rejected_on = d.act_date
                        and length(btrim(r.reason)) >= 10)
                """);
    }

    /** A reason of an earlier rejection does not do: it is written between this round's check and this decision. */
    private static Question reasonOfThisTime() {
        return new Question(
                "I-06",
                "差戻しの理由は、その回の確認の後に書かれている",
                "select c.case_number, 'この回の理由が書かれていない差戻し' finding " + REJECTED + """
                  and not exists (select 1 from form_document w where w.case_id = c.id
                      and w.step = 'writeRejectionReason' and w.case_version < d.case_version
                      and w.case_version > (select max(k.case_version) from form_document k where k.case_id = c.id
                          and k.step = 'checkPlan' and k.case_version < d.case_version))
                """);
    }

    /** After the rejection and before the resubmission: acknowledged, then both asked again, and met from the second on. */
    private static Question order() {
        return new Question("I-06", "差戻し → 主任の受領 → 本人・機関との再確認 → 再提出", """
                with rejected as (
                    select c.id, c.case_number, d.case_version v, d.process_instance_id instance,
                        coalesce((select min(n.case_version) from form_document n where n.case_id = c.id
                            and n.case_version > d.case_version
                            and n.step in ('checkPlan', 'draftPlan', 'submitPlan', 'closeCase')), 1000000) next
                """ + REJECTED + """
                ),
                steps as (
                    select r.*, (select min(case_version) from form_document f where f.case_id = r.id and f.step =
                            'acknowledgeRejection' and f.case_version between r.v and r.next) ack,
                        (select min(case_version) from form_document f where f.case_id = r.id and f.step =
                            'recheckWithPerson' and f.case_version between r.v and r.next) person,
                        (select min(case_version) from form_document f where f.case_id = r.id and f.step =
                            'recheckWithAgencies' and f.case_version between r.v and r.next) agencies,
                        (select min(case_version) from form_document f where f.case_id = r.id and f.step =
                            'reviseAndResubmit' and f.case_version between r.v and r.next) again
                    from rejected r)
                select s.case_number, '受領 ' || coalesce(ack::text, '—') || '、本人 ' || coalesce(person::text, '—')
                    || '、機関 ' || coalesce(agencies::text, '—') || '、再提出 ' || coalesce(again::text, '—') finding
                from steps s
                where (next < 1000000 and again is null)
                   or (again is not null and (person is null or agencies is null or ack is null
                       or person > again or agencies > again))
                   or ((person is not null or agencies is not null)
                       and (ack is null or ack > person or ack > agencies))
                """);
    }

    private static Question submittedAgain() {
        return new Question("I-06", "差戻しの結果は、再提出・作り直し・取下げのどれかで、受領と再確認が記録されている", """
                select c.case_number, '第' || r.number || '回の差戻し ' || r.outcome finding
                from support_case c join plan p on p.case_id = c.id join plan_version v on v.plan_id = p.id
                join rejection r on r.plan_version_id = v.id
                where c.case_number in (:cases) and r.outcome is not null
                  and (r.acknowledged_on is null or r.acknowledged_by is null or r.person_rechecked_on is null
                       or r.agencies_rechecked_on is null or (r.number > 1 and r.met_on is null)
                       or not exists (select 1 from act_id_membership m where m.user_id_ = r.acknowledged_by
                           and m.group_id_ = 'chief-consultation-supporter'))
                """);
    }
}
