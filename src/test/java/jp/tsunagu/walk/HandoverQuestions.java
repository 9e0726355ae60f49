package jp.tsunagu.walk;

import java.util.List;

/** I-01 and I-15: nobody is lost between two desks (要領 第9条第3号・第5号). */
final class HandoverQuestions {

    static final List<Question> QUESTIONS = List.of(
            needIsHandedOver(),
            notSentAway(),
            endsWithReceipt(),
            noEndWithoutRecord(),
            standingStillIsRaised(),
            repliesAreWritten());

    /** Need as the guideline has it: the person wants to apply, staff say so, or nothing to live on (表 welfareNeed). */
    private static final String NEEDED = """
            (d.data->>'welfareIntent' = 'yes' or d.data->>'welfareNeedByStaff' = 'required'
              or d.data->>'triageResult' = 'welfareOffice'
              or ((d.data->>'cashOnHand')::numeric <= 5000 and (d.data->>'placeTonight' = 'none'
                  or d.data->>'medicalUrgency' = 'yes' or d.data->>'incomeBelowMinimum' = 'below')))
            """;

    private HandoverQuestions() {}

    private static Question needIsHandedOver() {
        return new Question("I-01", "保護が必要なら、福祉事務所へのつなぎが始まる", """
                select c.case_number, d.step || ' の後につなぎがない' finding
                from support_case c join form_document d on d.case_id = c.id
                where c.case_number in (:cases) and d.step in ('decideTriage', 'screen') and
                """ + NEEDED + """
                  and not exists (select 1 from referral r join act_hi_procinst h on h.id_ = r.process_instance_id
                      where r.case_id = c.id and r.kind = 'WELFARE_OFFICE'
                        and h.start_time_ <= (d.recorded_at at time zone 'UTC') + interval '1 second'
                        and (h.end_time_ is null or h.end_time_ >= (d.recorded_at at time zone 'UTC')))
                """);
    }

    private static Question notSentAway() {
        return new Question("I-01", "保護が必要な人を、情報提供や他機関だけで帰さない", """
                select c.case_number, d.step || ' ' || coalesce(d.data->>'triageResult', d.data->>'screeningResult') finding
                from support_case c join form_document d on d.case_id = c.id
                where c.case_number in (:cases) and d.step in ('decideTriage', 'screen') and
                """ + NEEDED + """
                  and (d.data->>'triageResult' in ('informationOnly', 'referOther')
                       or d.data->>'screeningResult' in ('closure', 'referOther'))
                """);
    }

    private static Question endsWithReceipt() {
        return new Question("I-01", "つなぎは、受領（誰が、いつ）か、主任の書面の確認でだけ終わる", """
                select c.case_number, 'つなぎが受領なしに終わった（' || coalesce(r.result, '記録なし') || '）' finding
                from support_case c join referral r on r.case_id = c.id
                join act_hi_procinst h on h.id_ = r.process_instance_id
                where c.case_number in (:cases) and r.kind = 'WELFARE_OFFICE'
                  and (r.closed_on is not null or h.end_time_ is not null)
                  and not exists (select 1 from form_document d where d.case_id = c.id and d.step = 'personDied')
                  and (r.received_by is null or btrim(r.received_by) = '' or r.received_at is null)
                  and not exists (select 1 from form_document d join act_id_membership m on m.user_id_ = d.author
                      where d.process_instance_id = r.process_instance_id and d.step = 'reviewUnwillingness'
                        and m.group_id_ = 'chief-consultation-supporter'
                        and d.data->>'unwillingnessReview' in ('confirmedUnwilling', 'noLongerNeeded')
                        and length(btrim(d.data->>'unwillingnessNote')) > 0)
                """);
    }

    private static Question noEndWithoutRecord() {
        return new Question("I-01", "つなぎの手続の終わりと、つなぎの記録の終わりは一つ", """
                select c.case_number, r.kind || ' ' || r.opened_on finding
                from support_case c join referral r on r.case_id = c.id
                join act_hi_procinst h on h.id_ = r.process_instance_id
                where c.case_number in (:cases)
                  and ((h.end_time_ is not null and r.closed_on is null)
                       or (h.end_time_ is null and r.closed_on is not null and r.kind = 'WELFARE_OFFICE'))
                """);
    }

    /**
     * From each beginning (the start, or a new offer) a fortnight without receipt and without the person's no cannot pass
     * before 主任 has the task; the shortest target of all is two open days.
     */
    private static Question standingStillIsRaised() {
        return new Question("I-15", "受領のないつなぎは、日がたてば主任と課長のタスクになる", """
                with begun as (
                    select c.case_number, r.process_instance_id instance, h.start_time_ since
                    from support_case c join referral r on r.case_id = c.id
                    join act_hi_procinst h on h.id_ = r.process_instance_id
                    where c.case_number in (:cases) and r.kind = 'WELFARE_OFFICE'
                    union all
                    select c.case_number, r.process_instance_id, (d.recorded_at at time zone 'UTC')
                    from support_case c join referral r on r.case_id = c.id
                    join form_document d on d.process_instance_id = r.process_instance_id
                    where c.case_number in (:cases) and d.step = 'reviewUnwillingness'
                      and d.data->>'unwillingnessReview' = 'reoffer'),
                watched as (
                    select b.*, least(cast(:now as timestamp),
                        (select h.end_time_ from act_hi_procinst h where h.id_ = b.instance), (select min((d.recorded_at at time zone 'UTC')) from form_document d
                        where d.process_instance_id = b.instance and (d.recorded_at at time zone 'UTC') > b.since
                          and (d.step = 'confirmReceipt' or d.step = 'handOverToWelfareOffice'
                               and d.data->>'welfareWish' = 'unwilling'))) until from begun b)
                select w.case_number, s.step || ' がないまま ' || (w.until::date - w.since::date) || ' 日' finding
                from watched w cross join (values ('pursueHandover'), ('instructHandover')) s(step)
                where w.until > w.since + interval '18 days'
                  and not exists (select 1 from act_hi_taskinst t where t.proc_inst_id_ = w.instance
                      and t.task_def_key_ = s.step and t.start_time_ between w.since and w.until)
                """);
    }

    private static Question repliesAreWritten() {
        return new Question("I-15", "つなぎは、受領か、書面の返答でだけ終わる", """
                select c.case_number, r.result finding from support_case c join referral r on r.case_id = c.id
                where c.case_number in (:cases) and r.kind = 'OTHER' and r.closed_on is not null
                  and not (r.result = 'accepted' and r.received_by is not null)
                  and not (r.result in ('redirected', 'refused', 'noReply')
                      and exists (select 1 from form_document d where d.process_instance_id = r.process_instance_id
                          and d.step = 'confirmReferralReceipt' and length(btrim(d.data->>'referralReplyNote')) > 0))
                """);
    }
}
