-- 通知: until when a letter goes out, who has it in hand, how it went, and what became of it
alter table notice
    -- the third working day after the decision, for letters; null for what staff read in Tsunagu
    add column due_on date,
    add column remind_on date,
    add column reminded_at timestamp with time zone,
    add column escalated_at timestamp with time zone,
    add column taken_by varchar(255),
    add column manner varchar(20),
    -- when it was worked out who is told by e-mail; null while that has still to be done
    add column mail_planned_at timestamp with time zone;

create index notice_letter_open on notice (due_on, created_at) where receiver is not null and state <> 'SENT';
create index notice_letter_sent on notice (sent_on desc) where receiver is not null and state = 'SENT';
create index notice_unread on notice (receiver_role, created_at) where receiver is null and state <> 'SENT';
create index notice_mail_unplanned on notice (created_at) where receiver is null and mail_planned_at is null;

-- Everything that was done with a notice, in order. Rows are only ever added.
create table notice_event (
    id bigint generated always as identity primary key,
    notice_id uuid not null references notice,
    at timestamp with time zone not null,
    act varchar(20) not null check (act in ('WRITTEN', 'SENT', 'RETURNED', 'READ')),
    -- the account; null where a step of the process wrote the notice
    by_user varchar(255),
    on_day date not null,
    manner varchar(20),
    reason varchar(20),
    note text
);
create index notice_event_of_notice on notice_event (notice_id, id);
create trigger notice_event_append_only before update or delete on notice_event
    for each row execute function refuse_change();

insert into notice_event (notice_id, at, act, on_day)
select id, created_at, 'WRITTEN', (created_at at time zone 'Asia/Tokyo')::date from notice order by created_at;
insert into notice_event (notice_id, at, act, by_user, on_day)
select id, now(), case when receiver is null then 'READ' else 'SENT' end, sent_by, sent_on from notice where state = 'SENT';
-- nobody is written to about what lay here before there was e-mail
update notice set mail_planned_at = now();

-- One e-mail to one colleague, which says that there is something to read in Tsunagu. Its Message-ID never changes, so that
-- a mail that goes out twice is recognised as one (docs/decisions/0019).
create table notice_mail (
    id uuid primary key,
    notice_id uuid not null references notice,
    account varchar(255) not null,
    message_id varchar(255) not null unique,
    state varchar(10) not null check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED')),
    attempts integer not null default 0,
    -- waiting: when it is tried; being sent: when whoever sends it is taken for dead
    next_at timestamp with time zone not null,
    claim uuid,
    sent_at timestamp with time zone,
    unique (notice_id, account)
);
create index notice_mail_due on notice_mail (next_at) where state in ('WAITING', 'SENDING');
create index notice_mail_failed on notice_mail (next_at) where state = 'FAILED';

-- The intent is written before a mail is handed to the server, the result after it. An attempt without a result was cut off.
create table notice_mail_event (
    id bigint generated always as identity primary key,
    mail_id uuid not null references notice_mail,
    at timestamp with time zone not null,
    act varchar(20) not null check (act in ('BEGUN', 'ACCEPTED', 'REFUSED', 'UNKNOWN', 'GIVEN_UP', 'AGAIN')),
    by_user varchar(255)
);
create index notice_mail_event_of_mail on notice_mail_event (mail_id, id);
create trigger notice_mail_event_append_only before update or delete on notice_mail_event
    for each row execute function refuse_change();
