-- 公開: a 改定案 is proposed by one person, approved by another and comes into force on its day

-- where a set comes from; empty where the product brought it
alter table procedure_set
    add column title varchar(200),
    add column reason text,
    add column published_by varchar(64),
    add column effective_on date,
    add column draft_id integer references procedure_draft,
    -- the set that was in force until then
    add column follows integer references procedure_set,
    -- the set that it takes back
    add column withdraws integer references procedure_set;

-- everybody who ever had a hand in a 改定案; none of them approves it
create table procedure_draft_hand (
    draft_id integer not null references procedure_draft,
    person varchar(64) not null,
    primary key (draft_id, person)
);
create function note_hand() returns trigger language plpgsql as $$
begin
    insert into procedure_draft_hand (draft_id, person) values (new.draft_id, new.changed_by) on conflict do nothing;
    return null;
end $$;
create trigger draft_file_touched after insert or update on procedure_draft_file
    for each row execute function note_hand();
insert into procedure_draft_hand (draft_id, person) select distinct draft_id, changed_by from procedure_draft_file;

-- what is to become of a 改定案, and of the cases that are open on its day (経過措置)
create table procedure_publication (
    draft_id integer primary key references procedure_draft,
    rule varchar(20) not null,
    -- process/step: where a case has to stand to move, if only some do
    from_steps text[] not null default '{}',
    -- process/step of now → step of then
    mapping jsonb not null default '{}',
    effective_on date,
    proposed_by varchar(64),
    proposed_at timestamp with time zone,
    approved_by varchar(64),
    approved_at timestamp with time zone,
    set_id integer references procedure_set,
    withdrawn_by_set integer references procedure_set
);

-- why a warning of the checks is no hindrance
create table procedure_warning_reason (
    draft_id integer not null references procedure_draft,
    warning text not null,
    reason text not null,
    given_by varchar(64) not null,
    given_at timestamp with time zone not null,
    primary key (draft_id, warning)
);

-- who did what with a 改定案, when and why; only ever added to
create table procedure_act (
    id integer generated always as identity primary key,
    draft_id integer not null references procedure_draft,
    act varchar(20) not null,
    person varchar(64),
    done_at timestamp with time zone not null,
    reason text
);
create index procedure_act_of_draft on procedure_act (draft_id, id);
create trigger procedure_act_append_only before update or delete on procedure_act
    for each row execute function refuse_change();

-- a part that was only drawn anew: no new version, another picture
create table procedure_face (
    set_id integer not null references procedure_set,
    name varchar(255) not null,
    part varchar(20) not null,
    part_key varchar(255) not null,
    version integer not null,
    content bytea not null,
    primary key (set_id, name)
);
create index procedure_face_of_part on procedure_face (part, part_key, version, set_id);

-- 影響: what became of a copy of each state in which cases are
create table procedure_effect (
    draft_id integer not null references procedure_draft,
    number integer not null,
    class varchar(20) not null,
    reason text not null,
    places text[] not null,
    gone text[] not null,
    cases text[] not null,
    primary key (draft_id, number)
);
create table procedure_effect_look (
    draft_id integer primary key references procedure_draft,
    looked_by varchar(64) not null,
    looked_at timestamp with time zone not null,
    -- what was looked at: files and 経過措置
    mark varchar(64) not null
);

-- 移行: the open cases are brought onto a set, or back onto the one before
create table procedure_move (
    set_id integer primary key references procedure_set,
    draft_id integer not null references procedure_draft,
    back boolean not null,
    began_at timestamp with time zone not null,
    ended_at timestamp with time zone
);
create index procedure_move_open on procedure_move (set_id) where ended_at is null;
-- what a case waits for is read with each case that moves; the engine has no index for it
create index event_subscription_of_instance on act_ru_event_subscr (proc_inst_id_);
create table procedure_move_case (
    set_id integer not null references procedure_move,
    case_number varchar(20) not null,
    -- WAITING, MOVED, STAYED, FAILED
    state varchar(10) not null,
    -- it was promised to end as it began
    promised boolean not null default false,
    from_set integer,
    -- instance/step of then → step it stood in before
    mapped jsonb,
    reason text,
    done_at timestamp with time zone,
    primary key (set_id, case_number)
);
create index procedure_move_case_waiting on procedure_move_case (set_id, case_number) where state = 'WAITING';
create index procedure_move_case_of_case on procedure_move_case (case_number);

-- 製品の更新: a newer packaged file under a version that an administrator published
create table procedure_upgrade_file (
    draft_id integer not null references procedure_draft,
    name varchar(255) not null,
    digest varchar(64) not null,
    packaged bytea not null,
    -- what the administrator's version was made from; none if it was new then
    ancestor bytea,
    primary key (draft_id, name)
);
create index procedure_upgrade_file_of_name on procedure_upgrade_file (name, digest);
