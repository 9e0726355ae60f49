-- What supervisors do about cases that are stuck, and what a list of stuck cases is read by.

-- Every act, in order. Codes, accounts and dates: nothing about a person. Rows are only ever added.
create table oversight_act (
    id bigint generated always as identity primary key,
    at timestamp with time zone not null,
    by_user varchar(255) not null,
    case_number varchar(255) not null,
    -- the stay it was about (stay.activity_id), and its task if it has one
    activity_id varchar(64) not null,
    task_id varchar(64),
    step varchar(255) not null,
    act varchar(20) not null check (act in ('reminded', 'reassigned', 'escalated', 'noted')),
    -- the account or role that was told, or has the task from then on
    to_whom varchar(255),
    reason varchar(40),
    next_on date
);
create index oversight_act_of_case on oversight_act (case_number, id);
create index oversight_act_of_stay on oversight_act (activity_id, id);
create trigger oversight_act_append_only before update or delete on oversight_act
    for each row execute function refuse_change();

-- the worst of a step first, without sorting all that is open there
create index stay_open_worst on stay (step_id, paused, target_at, entered_at, activity_id) where left_at is null;

-- a notice to one colleague of a role and not to all: whoever has the task in hand that it is about
alter table notice add column receiver_account varchar(255);

-- when the cases of a worker are evaluated, without reading all other variables
create index act_ru_variable_evaluation on act_ru_variable (proc_inst_id_) include (long_) where name_ = 'nextEvaluationDate';
