package jp.tsunagu.work;

import java.util.List;
import jp.tsunagu.access.Roles;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.casefile.Responsibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what must not be: an open case without a person responsible, a next date or a live process. Reads only. */
@Component
class Orphans {

    /** Of these one has the case as a whole; another role has a part of it. */
    private static final List<String> RESPONSIBLE =
            List.of(Roles.CONSULTATION_SUPPORTER, Roles.OUTREACH_SUPPORTER, Roles.CHIEF);

    private static final List<String> END_WITH_THE_CASE = List.of(
            "selfRelianceSupport",
            "planDecision",
            "employmentSupport",
            "emergencySupport",
            "referral",
            "welfareOfficeReferral",
            "lostContact");

    private final JdbcClient database;
    private final Responsibility responsibility;
    private final WorkingDays workingDays;

    Orphans(JdbcClient database, Responsibility responsibility, WorkingDays workingDays) {
        this.database = database;
        this.responsibility = responsibility;
        this.workingDays = workingDays;
    }

    /** A person who has a case in a role they no longer have, or whose account is gone. */
    record Gone(String caseNumber, String role, String user) {}

    /** An open task of somebody who may no longer have it. */
    record Stranded(String caseNumber, String taskId, String step) {}

    /** A job that does not run. */
    record Stopped(String caseNumber, String jobId, String step) {}

    /** Also somebody whose account is over. */
    List<Gone> workersGone() {
        return database.sql("""
                        select c.case_number, w.role, w.user_id from case_worker w join support_case c on c.id = w.case_id
                        where w.until is null and c.status <> 'CLOSED' and (not exists (
                          select 1 from act_id_membership m where m.user_id_ = w.user_id and m.group_id_ = w.role)
                          or exists (select 1 from account a where a.user_id = w.user_id and a.ends_on < :today))
                        order by c.case_number, w.role
                        """)
                .param("today", workingDays.today())
                .query((row, number) -> new Gone(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    List<String> withoutWorker() {
        return database.sql("""
                        select c.case_number from support_case c where c.status <> 'CLOSED' and not exists (
                          select 1 from case_worker w
                          where w.case_id = c.id and w.until is null and w.role in (:responsible))
                        order by c.case_number
                        """)
                .param("responsible", RESPONSIBLE)
                .query(String.class)
                .list();
    }

    /** True if nobody has the case as a whole. */
    boolean isAlone(String caseNumber) {
        return RESPONSIBLE.stream()
                .allMatch(role -> responsibility.of(caseNumber, role).isEmpty());
    }

    /** The deputy of 主任 has tasks of a group they are not in. */
    List<Stranded> tasksOfNobody(String deputyChief) {
        return database.sql("""
                        select d.case_number, t.id_, t.task_def_key_
                        from act_ru_task t join task_deadline d on d.task_id = t.id_
                        where t.assignee_ is not null
                          and (exists (
                              select 1 from account a where a.user_id = t.assignee_ and a.ends_on < :today)
                            or (t.assignee_ <> :deputy
                                or not exists (select 1 from act_id_user u where u.id_ = t.assignee_))
                              and not exists (
                                select 1 from act_ru_identitylink l
                                join act_id_membership m on m.group_id_ = l.group_id_
                                where l.task_id_ = t.id_ and l.type_ = 'candidate' and m.user_id_ = t.assignee_))
                        order by d.case_number
                        """)
                .param("deputy", deputyChief)
                .param("today", workingDays.today())
                .query((row, number) -> new Stranded(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    List<String> withoutNextDate() {
        return database.sql("""
                        select case_number from case_next_date
                        where status <> 'CLOSED' and next_at is null and (agreed_on is null or agreed_on < ?)
                        order by case_number
                        """).params(workingDays.today()).query(String.class).list();
    }

    List<String> withoutProcess() {
        return database.sql("""
                        select c.case_number from support_case c where c.status <> 'CLOSED' and not exists (
                          select 1 from act_ru_execution e where e.business_key_ = c.case_number)
                        order by c.case_number
                        """).query(String.class).list();
    }

    /**
     * Steps that should have ended with the case. Follow-up (要領 第9条第9号) is none, nor is what closing itself leads to: word
     * to other agencies, papers for the next municipality, a complaint.
     */
    List<String> leftOver() {
        return database.sql("""
                        select distinct c.case_number from support_case c
                        join act_ru_execution e on e.business_key_ = c.case_number
                        join act_ru_task t on t.proc_inst_id_ = e.id_
                        join act_re_procdef p on p.id_ = t.proc_def_id_
                        where c.status = 'CLOSED' and c.closed_on < :today and p.key_ in (:ended)
                          and t.task_def_key_ not in ('followUp', 'followUpAfterClosing', 'settleAfterDeath')
                        order by c.case_number
                        """)
                .param("today", workingDays.today())
                .param("ended", END_WITH_THE_CASE)
                .query(String.class)
                .list();
    }

    List<Stopped> stoppedJobs() {
        return database.sql("""
                        select e.business_key_, j.id_, d.act_id_ from act_ru_job j
                        left join act_ru_execution e on e.id_ = j.process_instance_id_
                        left join act_ru_jobdef d on d.id_ = j.job_def_id_
                        where j.retries_ <= 0 or j.suspension_state_ = 2 order by j.id_
                        """)
                .query((row, number) -> new Stopped(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }
}
