package jp.tsunagu.walk;

import java.util.List;

/** What is asked after every step, of the case it was taken in (design 3 no. 4 and 6, I-08, I-11). */
final class EveryStep {

    static final List<Question> QUESTIONS = List.of(
            responsible(),
            nextDate(),
            goesOn(),
            dueDates(),
            takers(),
            version(),
            failedJobs(),
            evaluationAhead(),
            bothSides());

    private EveryStep() {}

    private static Question responsible() {
        return new Question("D-04", "進行中のケースには必ず責任を持つ職員がいる", """
                select c.case_number, '担当者がいない' finding from support_case c
                where c.case_number in (:cases) and c.status <> 'CLOSED'
                  and not exists (select 1 from case_worker w join act_id_user u on u.id_ = w.user_id
                                  where w.case_id = c.id and w.until is null)
                """);
    }

    private static Question nextDate() {
        return new Question("D-04", "進行中のケースには必ず次の期日がある", """
                select c.case_number, '次の期日がない' finding from support_case c
                where c.case_number in (:cases) and c.status = 'OPEN' and c.next_date is null
                """);
    }

    private static Question goesOn() {
        return new Question("D-04", "終わっていないケースは、タスクかタイマーで待っている", """
                select c.case_number, 'タスクもタイマーもない（' || c.status || '）' finding from support_case c
                where c.case_number in (:cases)
                  and (c.status <> 'CLOSED'
                       or exists (select 1 from act_ru_execution e where e.business_key_ = c.case_number))
                  and not exists (select 1 from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_
                                  where e.business_key_ = c.case_number)
                  and not exists (select 1 from act_ru_execution e join act_ru_job j on j.process_instance_id_ = e.id_
                                  where e.business_key_ = c.case_number and j.duedate_ is not null)
                """);
    }

    private static Question dueDates() {
        return new Question("D-04", "開いているタスクには必ず期限がある", """
                select e.business_key_ case_number, t.task_def_key_ finding
                from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                where e.business_key_ in (:cases) and t.due_date_ is null
                """);
    }

    private static Question takers() {
        return new Question("D-04", "開いているタスクには、担当者か、担当できる係の職員がいる", """
                select e.business_key_ case_number, t.task_def_key_ finding
                from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                where e.business_key_ in (:cases)
                  and not exists (select 1 from act_id_user u where u.id_ = t.assignee_)
                  and not exists (select 1 from act_ru_identitylink l
                                  join act_id_membership m on m.group_id_ = l.group_id_ where l.task_id_ = t.id_)
                """);
    }

    private static Question version() {
        return new Question("D-06", "ケースの版は、しまわれた様式の数と同じで、抜けも重なりもない", """
                select c.case_number, '版 ' || c.version || '、様式 ' || count(d.id) finding
                from support_case c left join form_document d on d.case_id = c.id
                where c.case_number in (:cases) group by c.case_number, c.version
                having c.version <> count(d.id) or c.version <> max(d.case_version)
                    or count(distinct d.case_version) <> count(d.id)
                """);
    }

    private static Question failedJobs() {
        return new Question("D-06", "失敗したまま止まったタイマーがない", """
                select e.business_key_ case_number, d.act_id_ finding
                from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                join act_ru_jobdef d on d.id_ = j.job_def_id_
                where e.business_key_ in (:cases) and (j.retries_ = 0 or j.exception_msg_ is not null)
                """);
    }

    /** Under a decided plan the main instance waits for its evaluation by a timer, at most a year ahead, or prepares it. */
    private static Question evaluationAhead() {
        return new Question("I-08", "実施中のプランには、これからの評価の日がある", """
                select c.case_number, '支援を実施しているのに、評価の予定がない' finding
                from support_case c join act_ru_task t on t.proc_inst_id_ = c.process_instance_id
                where c.case_number in (:cases) and t.task_def_key_ = 'monitorSupport'
                  and not exists (select 1 from act_ru_job j where j.process_instance_id_ = c.process_instance_id
                                  and j.duedate_ <= cast(:now as timestamp) + interval '1 year 7 days')
                """);
    }

    private static Question bothSides() {
        return new Question("I-11", "確認・承認・決定は区の別々の職員がする", """
                select c.case_number, d.step || ' を ' || d.author finding
                from support_case c join form_document d on d.case_id = c.id
                where c.case_number in (:cases) and d.step in ('approveAsSubsectionChief', 'decidePlan')
                  and (not exists (select 1 from act_id_membership m where m.user_id_ = d.author
                                   and m.group_id_ in ('ward-officer', 'ward-subsection-chief', 'ward-section-chief'))
                       or d.author in (select o.author from form_document o
                          where o.case_id = c.id and o.case_version < d.case_version
                            and o.step in ('checkPlan', 'approveAsSubsectionChief') and o.step <> d.step
                            and o.case_version = (select max(l.case_version) from form_document l
                                where l.case_id = c.id and l.step = o.step and l.case_version < d.case_version)))
                """);
    }
}
