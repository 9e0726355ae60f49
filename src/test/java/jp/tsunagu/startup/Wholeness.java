package jp.tsunagu.startup;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import jp.tsunagu.casefile.crypt.Opened;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What case file, engine and outbox must agree on whatever happened; each question finds those that do not. */
final class Wholeness {

    /** Which task a step leads to, in the stories of these tests. */
    private static final String NEXT = "(values ('reception', 'decideTriage'), "
            + "('decideTriage', 'obtainApplicationAndConsent'), ('obtainApplicationAndConsent', 'assess'), "
            + "('assess', 'screen'), ('screen', 'confirmScreening'), ('confirmScreening', 'draftPlan'), "
            + "('draftPlan', 'obtainPlanAgreement'), ('obtainPlanAgreement', 'convenePlanConference'), "
            + "('convenePlanConference', 'recordPlanConference'), ('recordPlanConference', 'submitPlan'), "
            + "('submitPlan', 'checkPlan'), ('checkPlan', 'approveAsSubsectionChief'), "
            + "('approveAsSubsectionChief', 'decidePlan'), ('decidePlan', 'sendSupportNotice'), "
            + "('decidePlan', 'deliverPlan'), ('decidePlan', 'monitorSupport')) as leads(step, next)";

    /** How many instances of which process each case must have beside its main one. */
    private static final String BESIDE = """
            (select c.case_number, 'welfareOfficeReferral' as process, 'handOverToWelfareOffice' as first_step,
            (select count(*) from form_document d where d.case_id = c.id and d.step = 'decideTriage'
            and d.data->>'welfareIntent' = 'yes') as due from support_case c union all
            select c.case_number, 'emergencySupport', 'arrangeEmergencySupport',
            (select count(*) from form_document d where d.case_id = c.id and d.step = 'reception'
            and d.data->>'urgent' = 'true') from support_case c) beside""";

    private static final Map<String, String> QUESTIONS = Map.ofEntries(
            Map.entry("a case without its running instance", """
                    select case_number from support_case c where not exists (select 1 from act_ru_execution e
                    where e.id_ = c.process_instance_id and e.business_key_ = c.case_number)"""),
            Map.entry("an instance without its case", """
                    select id_ from act_hi_procinst p where p.super_process_instance_id_ is null and not exists
                    (select 1 from support_case c where c.case_number = p.business_key_
                    and (c.process_instance_id = p.id_) = (p.proc_def_key_ = 'selfRelianceSupport'))"""),
            Map.entry("a process beside the case, not started exactly once", """
                    select case_number || ' ' || process from %s where due <> (select count(*) from act_hi_procinst p
                    where p.business_key_ = case_number and p.proc_def_key_ = process) or due <>
                    (select count(*) from act_hi_taskinst t join act_hi_procinst p on p.id_ = t.proc_inst_id_
                    where p.business_key_ = case_number and t.task_def_key_ = first_step)""".formatted(BESIDE)),
            Map.entry("a handover without its record, one each", """
                    select p.id_ from act_hi_procinst p where p.proc_def_key_ = 'welfareOfficeReferral' and 1 <>
                    (select count(*) from referral r where r.process_instance_id = p.id_)"""),
            Map.entry("a handover whose two watches are not each either waiting or acted on", """
                    select p.id_ from act_ru_execution p join referral r on r.process_instance_id = p.id_
                    where r.received_at is null and p.parent_id_ is null and 2 <>
                    (select count(*) from act_ru_job j where j.process_instance_id_ = p.id_ and j.retries_ > 0) +
                    (select count(*) from act_hi_taskinst t where t.proc_inst_id_ = p.id_
                    and t.task_def_key_ in ('pursueHandover', 'instructHandover'))"""),
            Map.entry("a task that there is twice", """
                    select root_proc_inst_id_ || ' ' || task_def_key_ from act_hi_taskinst
                    group by root_proc_inst_id_, task_def_key_ having count(*) > 1"""),
            Map.entry("a person without a case", """
                    select id::text from person p where not exists
                    (select 1 from support_case c where c.person_id = p.id)"""),
            Map.entry("a case without a person responsible", """
                    select case_number from support_case c where not exists
                    (select 1 from case_worker w where w.case_id = c.id and w.until is null)"""),
            Map.entry("a document whose task is not completed", """
                    select d.task_id from form_document d where d.task_id is not null
                    and (exists (select 1 from act_ru_task t where t.id_ = d.task_id) or not exists
                    (select 1 from act_hi_taskinst t where t.id_ = d.task_id and t.delete_reason_ = 'completed'))"""),
            Map.entry("a completed task without its document", """
                    select t.id_ from act_hi_taskinst t where t.end_time_ is not null and not exists
                    (select 1 from form_document d where d.task_id = t.id_)"""),
            Map.entry("a document whose next task is missing", """
                    select c.case_number || ' ' || next from form_document d join support_case c on c.id = d.case_id
                    join %s on leads.step = d.step where not exists (select 1 from act_hi_taskinst t
                    where t.root_proc_inst_id_ = c.process_instance_id and t.task_def_key_ = next)""".formatted(NEXT)),
            Map.entry("a task before its time", """
                    select c.case_number || ' ' || next from act_hi_taskinst t join %s on next = t.task_def_key_
                    join support_case c on c.process_instance_id = t.root_proc_inst_id_ where not exists
                    (select 1 from form_document d where d.case_id = c.id and d.step = leads.step)""".formatted(NEXT)),
            Map.entry("a step and its access record, not one each", """
                    select case_number || ' ' || step from (select c.case_number, d.step, count(*) as n
                    from form_document d join support_case c on c.id = d.case_id group by 1, 2) documents
                    full join (select case_number, step, count(*) as n from access_record where action = '記録'
                    group by 1, 2) records using (case_number, step) where documents.n is distinct from records.n"""),
            Map.entry("a draft of a form that was taken", """
                    select subject from form_draft f where exists
                    (select 1 from form_document d where f.subject = 'task:' || d.task_id)"""),
            Map.entry("a number that no case has", """
                    select last_serial::text from case_number_series
                    where last_serial <> (select count(*) from support_case)"""),
            Map.entry("a decision that was not recorded once", """
                    select case_number from support_case c where
                    (select count(*) from form_document d where d.case_id = c.id and d.step = 'decidePlan') <>
                    (select count(*) from plan_decision p join plan_version v on v.id = p.plan_version_id
                    join plan on plan.id = v.plan_id where plan.case_id = c.id)"""),
            Map.entry("a decision without its letters, one to each", """
                    select case_number from support_case c where
                    (select string_agg(kind || coalesce(receiver_role, receiver), ',' order by kind, receiver_role,
                    receiver) from notice n where n.case_id = c.id and n.kind in ('DECIDED_PLAN', 'SUPPORT_DECISION'))
                    is distinct from
                    (select 'DECIDED_PLANchief-consultation-supporter,DECIDED_PLAN家計相談室,DECIDED_PLAN本人,SUPPORT_DECISION本人'
                    from form_document d where d.case_id = c.id and d.step = 'decidePlan')"""),
            Map.entry("a procedure deployed twice", """
                    select id_ from act_re_deployment where (select count(*) from act_re_deployment) > 1"""));

    private Wholeness() {}

    /** What is broken, with what was found; empty if all is whole. */
    static Map<String, List<String>> broken(DataSource database) {
        return Opened.of(database).ask(Wholeness::broken);
    }

    private static Map<String, List<String>> broken(JdbcClient database) {
        Map<String, List<String>> broken = new TreeMap<>();
        QUESTIONS.forEach((what, sql) -> {
            List<String> found = database.sql(sql).query(String.class).list();
            if (!found.isEmpty()) {
                broken.put(what, found);
            }
        });
        return broken;
    }
}
