-- Until when each open task should be done, when its owner is warned and when it is brought before the next person up. Written
-- with the task, in its transaction; the sweep reads by next_at only, however many tasks are open.
create table task_deadline (
    task_id varchar(64) primary key,
    process_instance_id varchar(64) not null,
    case_number varchar(20) not null,
    step varchar(255) not null,
    -- whose work it is; who is told when it is late, where that is somebody else
    role varchar(255) not null,
    overdue_to varchar(255),
    escalated_to varchar(255),
    -- a limit set by law is never moved later and runs on while the case waits; one by the clock is never moved at all
    legal boolean not null,
    by_clock boolean not null,
    -- the target as it was reckoned, open day or not; target_at is the open day on which the office deals with it
    reckoned_on date not null,
    warning_at timestamp with time zone,
    target_at timestamp with time zone not null,
    escalation_at timestamp with time zone,
    -- the next of the three that has to be looked at
    next_at timestamp with time zone,
    -- since when the case waits for the person
    paused_on date
);
create index task_deadline_next on task_deadline (next_at) where next_at is not null;
create index task_deadline_target on task_deadline (target_at);
create index task_deadline_of_case on task_deadline (case_number);
create index task_deadline_paused on task_deadline (case_number) where paused_on is not null;
create index support_case_waiting on support_case (case_number) where status in ('WAITING', 'SUSPENDED');

-- tasks that were open before this table was: their due date holds, and nobody above is told
insert into task_deadline (task_id, process_instance_id, case_number, step, role, legal, by_clock, reckoned_on, target_at, next_at)
select t.id_, t.proc_inst_id_, e.business_key_, t.task_def_key_,
       coalesce((select min(l.group_id_) from act_ru_identitylink l where l.task_id_ = t.id_ and l.type_ = 'candidate'),
                t.assignee_, 'chief-consultation-supporter'),
       t.task_def_key_ = 'recordWelfareOutcome', false, (t.due_date_::timestamptz at time zone 'Asia/Tokyo')::date, t.due_date_::timestamptz, t.due_date_::timestamptz
from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
where t.due_date_ is not null and e.business_key_ is not null;

-- That a task is late, raised once per task and level. The higher level takes the place of the lower one.
create table task_alert (
    id bigint generated always as identity primary key,
    task_id varchar(64) not null,
    process_instance_id varchar(64) not null,
    case_number varchar(20) not null,
    step varchar(255) not null,
    level varchar(20) not null check (level in ('warning', 'overdue', 'escalated')),
    raised_at timestamp with time zone not null,
    -- an account, or a role as long as nobody in it has the task
    raised_for varchar(255) not null,
    -- the role that was told beside whoever has the task
    informed varchar(255),
    settled_at timestamp with time zone,
    unique (task_id, level)
);
create index task_alert_open on task_alert (task_id) where settled_at is null;
create index task_alert_of_instance on task_alert (process_instance_id, step);

-- つなぎ whose receipt nobody has confirmed in time: 「未確認」 (I-15)
create view unconfirmed_referral as
select a.case_number, a.process_instance_id, a.task_id, a.step, a.raised_at as since
from task_alert a
where a.level = 'escalated' and a.settled_at is null and a.step in ('confirmReferralReceipt', 'confirmReceipt')
  and exists (select 1 from act_ru_task t where t.id_ = a.task_id);

-- What is wrong with a case as a whole: nobody responsible, no next date, a failed job. One row per thing and addressee.
create table case_alert (
    id bigint generated always as identity primary key,
    kind varchar(40) not null,
    -- the job, the task or the case
    subject varchar(64) not null,
    case_number varchar(20),
    step varchar(255),
    raised_at timestamp with time zone not null,
    raised_for varchar(255) not null,
    settled_at timestamp with time zone
);
create unique index case_alert_open on case_alert (kind, subject, raised_for) where settled_at is null;

-- When something happens next in a case, over all its processes: the due date of a task, a timer, or the day that was agreed.
-- The engine stores times without a zone, in that of the JVM, which is the zone of its connections.
create view case_next_date as
select c.case_number, c.status, c.next_date as agreed_on, min(d.at) as next_at
from support_case c
left join (
    select e.business_key_ as case_number, least(t.due_date_, t.follow_up_date_)::timestamptz as at
    from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
    union all
    select e.business_key_, j.duedate_::timestamptz
    from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
    where j.retries_ > 0 and j.suspension_state_ = 1
) d on d.case_number = c.case_number
group by c.case_number, c.status, c.next_date;

-- which nights the check of all cases was made, whichever node made it
create table watch_night (
    night date primary key,
    begun_at timestamp with time zone not null,
    finished_at timestamp with time zone
);

-- who corrected the calendar, and when; empty where it was done by SQL
alter table calendar_override add column changed_by varchar(255), add column changed_at timestamp with time zone;
