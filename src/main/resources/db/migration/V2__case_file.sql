-- 支援台帳: every personal field of a case, versioned. Nothing of it is ever copied into a table of the process engine.
-- Columns exist for what code asks for; everything a form holds is a jsonb document, so that a new field needs no migration.

create table person (
    id uuid primary key,
    name text,
    kana text,
    birth_date date,
    contact_restricted boolean not null default false,
    version integer not null
);

create table support_case (
    id uuid primary key,
    case_number varchar(20) not null unique,
    municipality varchar(40) not null,
    person_id uuid not null references person,
    process_instance_id varchar(64),
    received_on date not null,
    status varchar(20) not null,
    closed_on date,
    next_date date,
    last_contact_on date,
    -- what the forms hold now, and at which version of the case each field was last changed, by whom
    fields jsonb not null,
    field_changes jsonb not null,
    version integer not null
);

create table case_number_series (
    municipality varchar(40) not null,
    fiscal_year integer not null,
    last_serial integer not null,
    primary key (municipality, fiscal_year)
);

create table form_document (
    id uuid primary key,
    case_id uuid not null references support_case,
    form varchar(100) not null,
    form_version integer not null,
    version integer not null,
    step varchar(100) not null,
    task_id varchar(64) unique,
    process_instance_id varchar(64),
    author varchar(255) not null,
    act_date date not null,
    recorded_at timestamp with time zone not null,
    case_version integer not null,
    data jsonb not null,
    unique (case_id, form, version)
);
create index form_document_by_instance on form_document (process_instance_id, step);

create table form_draft (
    user_id varchar(255) not null,
    subject varchar(200) not null,
    data jsonb not null,
    saved_at timestamp with time zone not null,
    primary key (user_id, subject)
);

create table consent (
    id uuid primary key,
    case_id uuid not null references support_case,
    answer varchar(20) not null,
    scope jsonb not null,
    given_on date not null,
    manner varchar(40),
    explained_by text,
    withdrawn_on date
);
create index consent_of_case on consent (case_id);

create table progress_record (
    id uuid primary key,
    case_id uuid not null references support_case,
    occurred_on date not null,
    method varchar(60) not null,
    counterpart text,
    facts text not null,
    persons_words text,
    opinion text,
    next_step text,
    next_date date,
    step varchar(100) not null,
    recorded_by varchar(255) not null,
    recorded_at timestamp with time zone not null
);
create index progress_record_of_case on progress_record (case_id, occurred_on);

-- who has the case in which role; the present one is the row without an end
create table case_worker (
    id uuid primary key,
    case_id uuid not null references support_case,
    role varchar(60) not null,
    user_id varchar(255) not null,
    since timestamp with time zone not null,
    until timestamp with time zone
);
create unique index case_worker_present on case_worker (case_id, role) where until is null;
create index case_worker_by_user on case_worker (user_id) where until is null;

-- who saw and changed what; rows are only ever added
create table access_record (
    id bigint generated always as identity primary key,
    at timestamp with time zone not null,
    user_id varchar(255) not null,
    case_number varchar(20) not null,
    action varchar(40) not null,
    step varchar(100)
);
create index access_record_of_case on access_record (case_number, at);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are only ever added', tg_table_name;
end $$;
create trigger access_record_append_only before update or delete on access_record
    for each row execute function refuse_change();
create trigger form_document_append_only before update or delete on form_document
    for each row execute function refuse_change();
create trigger progress_record_append_only before update or delete on progress_record
    for each row execute function refuse_change();
