package jp.tsunagu.walk;

import java.util.List;

/** I-07, I-08, I-09 and I-12: emergency support, evaluation, continuing, the progress record (要領 第9条第4号・第6号・第9号). */
final class SupportQuestions {

    static final List<Question> QUESTIONS = List.of(
            urgentIsStarted(),
            reportedIsStarted(),
            emergencyRunsOn(),
            evaluatedInConference(),
            continuesWithAssessment(),
            extendsAhead(),
            lines(),
            noLineWithoutMethod());

    private SupportQuestions() {}

    private static Question urgentIsStarted() {
        return new Question("I-07", "今日中に支援が必要なら、緊急支援が同時に始まる", """
                select c.case_number, '緊急支援が始まっていない' finding
                from support_case c join form_document d on d.case_id = c.id
                where c.case_number in (:cases) and d.step = 'reception' and (d.data->>'urgent')::boolean
                  and not exists (select 1 from act_hi_procinst h where h.business_key_ = c.case_number
                      and h.proc_def_key_ = 'emergencySupport'
                      and h.start_time_ between (d.recorded_at at time zone 'UTC') - interval '1 second'
                          and (d.recorded_at at time zone 'UTC') + interval '1 second')
                """);
    }

    private static Question reportedIsStarted() {
        return new Question("I-07", "緊急の支援が必要と届いたら、緊急支援が同時に始まる", """
                select c.case_number, '緊急支援が始まっていない' finding
                from support_case c join case_event e on e.case_id = c.id and e.message = 'emergencyNeeded'
                where c.case_number in (:cases)
                  and not exists (select 1 from act_hi_procinst h where h.business_key_ = c.case_number
                      and h.proc_def_key_ = 'emergencySupport'
                      and h.start_time_ between (e.raised_at at time zone 'UTC') - interval '1 second'
                          and (e.raised_at at time zone 'UTC') + interval '1 second')
                """);
    }

    private static Question emergencyRunsOn() {
        return new Question("I-07", "緊急支援は、ほかの何によっても取り消されない", """
                select c.case_number, h.delete_reason_ finding
                from support_case c join act_hi_procinst h on h.business_key_ = c.case_number
                where c.case_number in (:cases) and h.proc_def_key_ = 'emergencySupport' and h.end_time_ is not null
                  and (h.delete_reason_ is not null or h.end_act_id_ is distinct from 'emergencyOver')
                """);
    }

    private static Question evaluatedInConference() {
        return new Question("I-08", "評価には会議の記録がある", """
                select c.case_number, '評価 ' || (select count(*) from form_document d where d.case_id = c.id
                    and d.step = 'recordEvaluationConference') finding
                from support_case c where c.case_number in (:cases)
                  and (select count(*) from form_document d where d.case_id = c.id
                       and d.step = 'recordEvaluationConference'
                       and jsonb_array_length(d.data->'attendees') > 0 and length(btrim(d.data->>'discussion')) > 0)
                   <> (select count(*) from conference_item i where i.case_id = c.id and i.purpose = 'evaluation'
                       and i.result is not null and i.recorded_on is not null)
                """);
    }

    private static Question continuesWithAssessment() {
        return new Question("I-09", "継続するなら、評価より後の日付のアセスメントがある", """
                select c.case_number, '評価 ' || e.act_date || ' の後のアセスメントがないプラン案' finding
                from support_case c join form_document p on p.case_id = c.id and p.step = 'draftPlan'
                join lateral (select d.* from form_document d where d.case_id = c.id
                    and d.step = 'recordEvaluationConference' and d.case_version < p.case_version
                    order by d.case_version desc limit 1) e on true
                where c.case_number in (:cases)
                  and not exists (select 1 from form_document a where a.case_id = c.id and a.step = 'assess'
                      and a.case_version > e.case_version and a.case_version < p.case_version
                      and a.act_date > e.act_date)
                """);
    }

    private static Question extendsAhead() {
        return new Question("I-08", "評価日を延ばすときは、先の日で、決定した期間の中にある", """
                select c.case_number, '新しい評価日 ' || (d.data->>'newEvaluationDate') finding
                from support_case c join form_document d on d.case_id = c.id
                where c.case_number in (:cases) and d.step = 'recordEvaluationConference'
                  and d.data->>'evaluationResult' = 'extend'
                  and ((d.data->>'newEvaluationDate')::date <= d.act_date
                       or (d.data->>'newEvaluationDate')::date > d.act_date + interval '12 months'
                       or (d.data->>'newEvaluationDate')::date >= (select min(s.to_day) from support_decision s
                           where s.plan_decision_id = (select x.id from plan_decision x
                               join plan_version v on v.id = x.plan_version_id join plan p on p.id = v.plan_id
                               where p.case_id = c.id and x.recorded_at < d.recorded_at
                               order by x.recorded_at desc limit 1)))
                """);
    }

    private static Question lines() {
        return new Question("I-12", "接触の様式ごとに、方法のある経過記録が一行ある", """
                select c.case_number, d.step || ' に ' || (select count(*) from progress_record r
                    where r.case_id = c.id and r.step = d.step and r.recorded_at = d.recorded_at) || ' 行' finding
                from support_case c join form_document d on d.case_id = c.id
                where c.case_number in (:cases)
                  and (jsonb_exists(d.data, 'record') or d.step in ('reception', 'reachOut', 'assess', 'assessEmployment',
                      'recheckWithPerson', 'pursueHandover', 'monitorSupport', 'followUp', 'followUpAfterClosing', 'tryContact',
                      'provideEmploymentSupport', 'supportRetention'))
                  and (select count(*) from progress_record r where r.case_id = c.id and r.step = d.step
                       and r.recorded_at = d.recorded_at and r.method = d.data->'record'->>'method'
                       and r.recorded_by = d.author) <> 1
                """);
    }

    private static Question noLineWithoutMethod() {
        return new Question("I-12", "経過記録には方法と内容がある", """
                select c.case_number, r.step finding
                from support_case c join progress_record r on r.case_id = c.id
                where c.case_number in (:cases) and (btrim(r.method) = '' or btrim(r.facts) = '')
                """);
    }
}
