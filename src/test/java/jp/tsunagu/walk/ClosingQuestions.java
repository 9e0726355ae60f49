package jp.tsunagu.walk;

import java.util.List;

/** I-10: a case is closed with a reason, and with nobody left between two desks (要領 第9条第9号). */
final class ClosingQuestions {

    static final List<Question> QUESTIONS = List.of(
            closedByRecord(), reasonAndFollowUp(), referralsSettled(), nothingLeftOpen(), informed(), followedUp());

    private ClosingQuestions() {}

    private static Question closedByRecord() {
        return new Question("I-10", "申込みの後は、終結の記録でだけ終わる", """
                select c.case_number, '終結の記録がない' finding from support_case c
                where c.case_number in (:cases) and c.status = 'CLOSED' and (c.fields->>'applied')::boolean
                  and not exists (select 1 from form_document d where d.case_id = c.id
                      and (d.step in ('closeCase', 'personDied')
                           or d.step = 'closeEarly' and (d.data->>'closingConfirmed')::boolean))
                """);
    }

    private static Question reasonAndFollowUp() {
        return new Question("I-10", "終結には理由とフォローの答えがあり、主任が確認している", """
                select c.case_number, '終結 ' || coalesce(d.data->>'closingReason', '理由なし') finding
                from support_case c join form_document d on d.case_id = c.id
                where c.case_number in (:cases)
                  and (d.step = 'closeCase' or d.step = 'closeEarly' and (d.data->>'closingConfirmed')::boolean)
                  and (d.data->>'closingReason' is null or d.data->>'followUpNeeded' is null
                       or ((d.data->>'followUpNeeded')::boolean and jsonb_array_length(d.data->'followUpMonths') = 0)
                       or c.closed_on is null
                       or not exists (select 1 from act_id_membership m where m.user_id_ = d.author
                           and m.group_id_ = 'chief-consultation-supporter'))
                """);
    }

    private static Question referralsSettled() {
        return new Question("I-10", "終結のときに、開いたままのつなぎがない", """
                select c.case_number, r.kind || ' のつなぎが開いている' finding
                from support_case c join referral r on r.case_id = c.id
                join act_hi_procinst h on h.id_ = r.process_instance_id
                where c.case_number in (:cases) and c.status = 'CLOSED'
                  and exists (select 1 from form_document d where d.case_id = c.id
                      and (d.step = 'closeCase' or d.step = 'closeEarly' and (d.data->>'closingConfirmed')::boolean)
                      and (d.recorded_at at time zone 'UTC') > h.start_time_
                      and (r.closed_on is null
                           or r.kind = 'WELFARE_OFFICE' and (d.recorded_at at time zone 'UTC') < h.end_time_))
                """);
    }

    private static Question nothingLeftOpen() {
        return new Question("I-10", "終結の後は、フォロー・後閲・苦情の答えなど、終結を待たない仕事のほかに仕事が残らない", """
                select c.case_number, t.task_def_key_ finding
                from support_case c join act_ru_execution e on e.business_key_ = c.case_number
                join act_ru_task t on t.proc_inst_id_ = e.id_
                where c.case_number in (:cases) and c.status = 'CLOSED'
                  and exists (select 1 from form_document d where d.case_id = c.id
                      and (d.step = 'closeCase' or d.step = 'closeEarly' and (d.data->>'closingConfirmed')::boolean)
                      and (d.recorded_at at time zone 'UTC') > (select h.start_time_ from act_hi_procinst h
                          where h.id_ = t.proc_inst_id_))
                  and t.task_def_key_ not in ('followUp', 'followUpAfterClosing', 'followUpReferral', 'reviewDeputyDecision', 'answerComplaint',
                      'informAgencies', 'introduceNewWorker', 'settleAfterDeath')
                """);
    }

    private static Question informed() {
        return new Question("I-10", "情報提供で終わるときは、日付・内容・方法がある", """
                select c.case_number, '情報提供の内容か方法がない' finding
                from support_case c join form_document d on d.case_id = c.id
                where c.case_number in (:cases) and d.step = 'decideTriage'
                  and d.data->>'triageResult' = 'informationOnly'
                  and (length(btrim(coalesce(d.data->>'informationGiven', ''))) = 0 or d.act_date is null
                       or not exists (select 1 from progress_record r where r.case_id = c.id
                           and r.recorded_at <= d.recorded_at))
                """);
    }

    /** Every month that was agreed is a follow-up that was done, unless staff said in between that it may end. */
    private static Question followedUp() {
        return new Question("I-10", "約束したフォローは、行われるか、終えると書かれる", """
                select c.case_number, '約束 ' || jsonb_array_length(d.data->'followUpMonths') || ' 回' finding
                from support_case c join lateral (select * from form_document x where x.case_id = c.id
                    and (x.step = 'closeCase' or x.step = 'closeEarly' and (x.data->>'closingConfirmed')::boolean)
                    order by x.case_version desc limit 1) d on true
                where c.case_number in (:cases) and c.status = 'CLOSED' and (d.data->>'followUpNeeded')::boolean
                  and c.fields->>'diedOn' is null
                  and not exists (select 1 from act_ru_execution e where e.id_ = c.process_instance_id)
                  and (select count(*) from form_document f where f.case_id = c.id and f.step in ('followUp', 'followUpAfterClosing')
                       and f.case_version > d.case_version) < jsonb_array_length(d.data->'followUpMonths')
                  and not exists (select 1 from form_document f where f.case_id = c.id and f.step in ('followUp', 'followUpAfterClosing')
                      and f.case_version > d.case_version and not (f.data->>'followUpNeeded')::boolean)
                """);
    }
}
