-- 保存期間 and 廃棄: until when a closed case is kept, what forbids its disposal, the two people who approved it, what was erased, and
-- the counts that stay. Nothing here names a person.

-- Until when a closed case is kept, as the decision table retention says; reckoned beforehand for the list, and once more when it counts.
create table case_retention (
    case_id uuid primary key references support_case,
    case_number varchar(20) not null,
    closed_on date not null,
    kept_until date not null,
    -- the record types and the row's words that gave the most years
    reason text not null,
    -- by which rules: the procedure set and the municipality's own minimum
    rules varchar(40) not null
);
create index case_retention_ended on case_retention (kept_until, case_number);

-- Nothing is disposed of while a complaint, an objection, … is open.
create table retention_hold (
    id uuid primary key,
    case_id uuid not null references support_case,
    ground varchar(20) not null,
    note text not null,
    held_by varchar(255) not null,
    held_at timestamp with time zone not null,
    released_by varchar(255),
    released_at timestamp with time zone,
    release_note text,
    check ((released_by is null) = (released_at is null))
);
create unique index retention_hold_stands on retention_hold (case_id) where released_at is null;
create index retention_hold_of_case on retention_hold (case_id);

-- The way of a case to its erasure. The case is named without a reference: the row outlives it.
create table disposal (
    id uuid primary key,
    case_id uuid not null,
    case_number varchar(20) not null,
    -- RETENTION: its time is over; REQUEST: the person asked for it (個人情報保護法 第98条)
    kind varchar(10) not null check (kind in ('RETENTION', 'REQUEST')),
    ground varchar(30) not null,
    -- only with a request; forgotten with the case
    note text,
    requested_on date,
    closed_on date not null,
    kept_until date not null,
    state varchar(10) not null check (state in ('PROPOSED', 'APPROVED', 'WITHDRAWN', 'ERASED')),
    proposed_by varchar(255) not null,
    proposed_at timestamp with time zone not null,
    approved_by varchar(255),
    approved_at timestamp with time zone,
    withdrawn_by varchar(255),
    withdrawn_at timestamp with time zone,
    -- why it could not be erased when its turn came
    obstacle text,
    constraint disposal_takes_two_people check (approved_by is null or approved_by <> proposed_by),
    check ((approved_by is null) = (approved_at is null)),
    check (state not in ('APPROVED', 'ERASED') or approved_by is not null),
    check (kind = 'RETENTION' or requested_on is not null)
);
create unique index disposal_open on disposal (case_id) where state in ('PROPOSED', 'APPROVED');
create index disposal_by_state on disposal (state, case_number);

-- 廃棄証明
create table disposal_certificate (
    disposal_id uuid primary key,
    case_id uuid not null,
    case_number varchar(20) not null,
    kind varchar(10) not null,
    ground varchar(30) not null,
    closed_on date not null,
    kept_until date not null,
    proposed_by varchar(255) not null,
    proposed_at timestamp with time zone not null,
    approved_by varchar(255) not null,
    approved_at timestamp with time zone not null,
    erased_at timestamp with time zone not null,
    -- what kinds and how many rows
    erased jsonb not null,
    -- erased once more after a backup had been restored
    after_restore boolean not null
);
create index disposal_certificate_by_time on disposal_certificate (erased_at desc, case_number);
create trigger disposal_certificate_append_only before update or delete on disposal_certificate
    for each row execute function refuse_change();
create trigger disposal_certificate_not_emptied before truncate on disposal_certificate
    for each statement execute function refuse_change();

-- What the monthly and national figures need of the erased: how a case came in, and how it went out, each counted for itself, so that
-- the two can never be put together again.
create table erased_entry (
    municipality varchar(40) not null,
    -- its first day
    month date not null,
    age_band varchar(10) not null,
    sex varchar(10) not null,
    route varchar(30) not null,
    count integer not null,
    primary key (municipality, month, age_band, sex, route)
);
create table erased_result (
    municipality varchar(40) not null,
    month date not null,
    -- a figure (closed, plans, …) and what it is counted by
    figure varchar(30) not null,
    value varchar(60) not null,
    count integer not null,
    primary key (municipality, month, figure, value)
);

-- Finished stays of erased cases as the heat counts them: without case, task and hour.
create table erased_stay (
    left_on date not null,
    step_id integer not null references diagram_step,
    worker varchar(255),
    services varchar(60)[] not null,
    emergency boolean not null,
    waited integer not null,
    measured boolean not null,
    late boolean not null,
    cancelled boolean not null,
    again boolean not null,
    escalated boolean not null
);
create index erased_stay_of_worker on erased_stay (worker, left_on) where worker is not null;

-- True while the transaction erases what two people approved: it names the disposal, and the database looks whether it is so.
create function is_erasing() returns boolean language sql stable as $$
    select exists (
        select 1 from disposal d
        where d.id = nullif(current_setting('tsunagu.erasing', true), '')::uuid
          and d.state = 'APPROVED' and d.approved_by <> d.proposed_by)
$$;

-- Rows that are only ever added, until their case is disposed of.
create function refuse_change_but_erasure() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and is_erasing() then
        return old;
    end if;
    raise exception 'rows of % are only ever added', tg_table_name;
end $$;

do $$
declare
    of_case text;
begin
    foreach of_case in array array['form_document', 'progress_record', 'plan_version', 'plan_act', 'plan_decision', 'support_decision',
        'attachment', 'attachment_withdrawal', 'step_taken_back', 'person_merge', 'notice_event', 'notice_mail_event', 'disclosure',
        'conference_note', 'oversight_act'] loop
        execute format('drop trigger %I on %I', of_case || '_append_only', of_case);
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change_but_erasure()',
            of_case || '_append_only', of_case);
    end loop;
end $$;

-- What was counted stays counted when its case is erased.
drop trigger stay_deleted on act_hi_actinst;
drop trigger stay_deleted_together on act_hi_actinst;
create trigger stay_deleted after delete on act_hi_actinst
    for each row when (is_stay(old.act_type_) and coalesce(current_setting('tsunagu.erasing', true), '') = '')
    execute function note_stay();
create constraint trigger stay_deleted_together after delete on act_hi_actinst deferrable initially deferred
    for each row when (is_stay(old.act_type_) and coalesce(current_setting('tsunagu.erasing', true), '') = '')
    execute function note_stays_together();
