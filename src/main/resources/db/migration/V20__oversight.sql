-- Where cases stay, and where they stayed: a roll-up of the engine's history, so that no page scans it. Everything here follows
-- from the engine's and the case file's own rows and can be made anew from them at any time (oversight.Stays).

-- Every step of every version of a diagram that was deployed, under a short number.
create table diagram_step (
    id integer generated always as identity primary key,
    process_definition_id varchar(64) not null,
    process varchar(255) not null,
    version integer not null,
    step varchar(255) not null,
    name varchar(255) not null,
    kind varchar(60) not null,
    -- whose work it is; empty where the diagram works it out, or nobody works there
    role varchar(255) not null default '',
    -- the process that a call activity calls
    calls varchar(255),
    unique (process_definition_id, step)
);
create index diagram_step_of_process on diagram_step (process, step);

-- How many working days there are up to and including a day: the difference of two is the working days between them.
create table working_day_number (
    day date primary key,
    number integer not null
);

-- One stay of a case in a step, as the engine's history has it (ACT_HI_ACTINST), with what it is counted by.
create table stay (
    activity_id varchar(64) primary key,
    step_id integer not null references diagram_step,
    case_number varchar(255) not null,
    process_instance_id varchar(64) not null,
    task_id varchar(64),
    entered_at timestamp with time zone not null,
    entered_on date not null,
    left_at timestamp with time zone,
    left_on date,
    -- in working days; null while the case is still there
    waited integer,
    -- who did it; who has an open task stands in the task itself
    worker varchar(255),
    target_at timestamp with time zone,
    -- the case waits for the person: the target does not count meanwhile
    paused boolean not null,
    late boolean not null,
    cancelled boolean not null,
    -- the case has been in this step before
    again boolean not null,
    escalated boolean not null,
    -- 緊急的支援 had begun for the case by then
    emergency boolean not null,
    -- what the plan of that time contained
    services varchar(60)[] not null
);
create index stay_open on stay (step_id, target_at) where left_at is null;
create index stay_of_case on stay (case_number, step_id);
create index stay_of_task on stay (task_id) where left_at is null;
create index stay_of_worker on stay (worker, left_on) where worker is not null;

-- Counts of stays, each under the service '' and under every service of its plan. A count may have come down to 0.
create table stays_open (
    step_id integer not null,
    service varchar(60) not null,
    emergency boolean not null,
    entered_on date not null,
    -- infinity where the step has no target
    target_at timestamp with time zone not null,
    paused boolean not null,
    again boolean not null,
    escalated boolean not null,
    count integer not null,
    primary key (service, step_id, emergency, entered_on, target_at, paused, again, escalated)
);

create table stays_of_day (
    left_on date not null,
    step_id integer not null,
    service varchar(60) not null,
    emergency boolean not null,
    waited integer not null,
    -- whether there was a target to keep
    measured boolean not null,
    late boolean not null,
    cancelled boolean not null,
    again boolean not null,
    escalated boolean not null,
    count integer not null,
    primary key (left_on, service, step_id, emergency, waited, measured, late, cancelled, again, escalated)
);

-- the same by month (its first day): a year is read in twelve of these
create table stays_of_month (like stays_of_day including all);

-- What has to be counted anew: a stay, all about a task, all that is open of a case. Written by the triggers below in the
-- transaction of the change; worked off a few seconds later.
create table stay_change (
    id bigint generated always as identity primary key,
    activity_id varchar(64),
    task_id varchar(64),
    case_number varchar(255),
    noted_at timestamp with time zone not null default now()
);

-- Where a case can stay, or what marks its beginnings, ends and interruptions. What passes in the same moment is not a stay.
create function is_stay(act_type text) returns boolean language sql immutable parallel safe as
$$ select act_type not in ('exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'complexGateway', 'serviceTask',
  'businessRuleTask', 'scriptTask', 'sendTask', 'subProcess', 'multiInstanceBody', 'intermediateNoneThrowEvent',
  'intermediateLinkCatch', 'intermediateMessageThrowEvent') $$;

-- One act of somebody ends a step and begins others: each is remembered in a variable of the transaction, which asks the database for
-- nothing, and all are noted by one statement at its end. Of very many (old history is removed) some at a time.
create function note_stay() returns trigger language plpgsql as $$
declare
    noted text := coalesce(current_setting('tsunagu.stays', true), '');
begin
    noted := noted || ' ' || case when tg_op = 'DELETE' then old.id_ else new.id_ end;
    if length(noted) > 10000 then
        insert into stay_change (activity_id) select distinct id from unnest(string_to_array(ltrim(noted), ' ')) id;
        noted := '';
    end if;
    noted := set_config('tsunagu.stays', noted, true);
    return null;
end $$;
create function note_stays_together() returns trigger language plpgsql as $$
declare
    noted text := coalesce(current_setting('tsunagu.stays', true), '');
begin
    if noted <> '' then
        insert into stay_change (activity_id) select distinct id from unnest(string_to_array(ltrim(noted), ' ')) id;
        noted := set_config('tsunagu.stays', '', true);
    end if;
    return null;
end $$;
create trigger stay_began after insert on act_hi_actinst
    for each row when (is_stay(new.act_type_)) execute function note_stay();
create trigger stay_changed after update on act_hi_actinst
    for each row when (is_stay(new.act_type_) and (old.end_time_, old.proc_def_id_, old.act_id_, old.task_id_, old.act_inst_state_)
        is distinct from (new.end_time_, new.proc_def_id_, new.act_id_, new.task_id_, new.act_inst_state_))
    execute function note_stay();
create trigger stay_deleted after delete on act_hi_actinst
    for each row when (is_stay(old.act_type_)) execute function note_stay();
create constraint trigger stay_began_together after insert on act_hi_actinst deferrable initially deferred
    for each row when (is_stay(new.act_type_)) execute function note_stays_together();
create constraint trigger stay_changed_together after update on act_hi_actinst deferrable initially deferred
    for each row when (is_stay(new.act_type_) and (old.end_time_, old.proc_def_id_, old.act_id_, old.task_id_, old.act_inst_state_)
        is distinct from (new.end_time_, new.proc_def_id_, new.act_id_, new.task_id_, new.act_inst_state_))
    execute function note_stays_together();
create constraint trigger stay_deleted_together after delete on act_hi_actinst deferrable initially deferred
    for each row when (is_stay(old.act_type_)) execute function note_stays_together();

create function note_task() returns trigger language plpgsql as $$
begin
    insert into stay_change (task_id) values (new.task_id);
    return null;
end $$;
create trigger stay_target_moved after update on task_deadline
    for each row when ((old.target_at, old.paused_on) is distinct from (new.target_at, new.paused_on))
    execute function note_task();
create trigger stay_escalated after insert on task_alert
    for each row when (new.level = 'escalated') execute function note_task();

create function note_case() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'plan_version' then
        insert into stay_change (case_number)
        select c.case_number from plan p join support_case c on c.id = p.case_id where p.id = new.plan_id;
    else
        insert into stay_change (case_number) values (new.business_key_);
    end if;
    return null;
end $$;
create trigger stay_in_emergency after insert on act_hi_procinst
    for each row when (new.proc_def_key_ = 'emergencySupport' and new.business_key_ is not null) execute function note_case();
create trigger stay_with_plan after insert on plan_version for each row execute function note_case();

-- what was there before this roll-up
insert into stay_change (activity_id) select id_ from act_hi_actinst where is_stay(act_type_) order by root_proc_inst_id_, start_time_;

-- the catalogue codes in a plan (plan.PlanContent), each once
create function services_of(content jsonb) returns varchar(60)[] language sql immutable parallel safe as
$$ select coalesce(array_agg(distinct service), '{}')::varchar(60)[]
   from (select jsonb_path_query(content, '$.planItems[*].service') #>> '{}' as service
         union all select jsonb_path_query(content, '$.employmentItems[*].service') #>> '{}') items
   where service <> '' $$;
