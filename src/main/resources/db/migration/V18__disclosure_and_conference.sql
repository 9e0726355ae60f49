-- what the person agreed to have told; null with a consent from before this was asked: no limit but the table of receivers
alter table consent add column items jsonb;

-- 個人情報の提供 (要領 第9条第2号, 第12条): who was told what, when, on what ground. Rows are only ever added.
create table disclosure (
    id uuid primary key,
    case_id uuid not null references support_case,
    disclosed_on date not null,
    body varchar(40) not null,
    receiver text not null,
    items jsonb not null,
    ground varchar(40) not null,
    consent_id uuid references consent,
    purpose text not null,
    step varchar(100),
    paper varchar(100),
    case_version integer not null,
    conference_id uuid references conference,
    recorded_by varchar(255) not null,
    recorded_at timestamp with time zone not null,
    check (jsonb_array_length(items) > 0),
    check (ground <> 'consent' or consent_id is not null)
);
create index disclosure_of_case on disclosure (case_id, disclosed_on);
create trigger disclosure_append_only before update or delete on disclosure
    for each row execute function refuse_change();
create trigger disclosure_not_emptied before truncate on disclosure
    for each statement execute function refuse_change();

-- 支援調整会議: order and time of a case, and that it no longer is on the agenda
alter table conference_item add column position integer not null default 0;
alter table conference_item add column starts_at varchar(5);
alter table conference_item add column dropped_on date;
alter table conference_item add column dropped_for varchar(40);
create index conference_item_of_conference on conference_item (conference_id, position);

-- who is asked to a meeting, of which body, and who came; user_id where a member has an account
create table conference_attendee (
    id uuid primary key,
    conference_id uuid not null references conference,
    kind varchar(40) not null,
    body varchar(40),
    organization text not null,
    name text not null,
    user_id varchar(255),
    confidentiality boolean not null,
    present boolean
);
create index conference_attendee_of_conference on conference_attendee (conference_id);
create index conference_attendee_by_user on conference_attendee (user_id) where user_id is not null;

-- what happened to a meeting: put off, a case moved or dropped
create table conference_note (
    id bigint generated always as identity primary key,
    conference_id uuid not null references conference,
    text text not null,
    recorded_by varchar(255) not null,
    recorded_at timestamp with time zone not null
);
create index conference_note_of_conference on conference_note (conference_id);
create trigger conference_note_append_only before update or delete on conference_note
    for each row execute function refuse_change();

-- around which days a member of the meeting can read its papers
insert into setting (municipality, name, value, valid_from) values
    ('minato', 'conferencePapersDaysBefore', '7', '2015-04-01'),
    ('minato', 'conferencePapersDaysAfter', '3', '2015-04-01');
