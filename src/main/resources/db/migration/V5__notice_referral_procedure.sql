-- Outgoing notices, written in the transaction of the step that causes them. The cause makes each of them unique.
create table notice (
    id uuid primary key,
    case_id uuid not null references support_case,
    kind varchar(40) not null,
    receiver_role varchar(60),
    receiver text,
    cause varchar(200) not null,
    state varchar(20) not null,
    content jsonb not null,
    created_at timestamp with time zone not null,
    sent_on date,
    sent_by varchar(255),
    unique (kind, cause)
);
create index notice_of_case on notice (case_id);

-- つなぎ: to the welfare office, another system or agency; ends with a receipt or a written reason
create table referral (
    id uuid primary key,
    case_id uuid not null references support_case,
    kind varchar(30) not null,
    process_instance_id varchar(64) not null unique,
    opened_on date not null,
    receiver text,
    handed_over_on date,
    received_by text,
    received_at timestamp without time zone,
    result varchar(40),
    closed_on date
);
create index referral_of_case on referral (case_id);

-- 手続一式: which versions of diagrams, tables and forms belong together
create table procedure_set (
    id integer generated always as identity primary key,
    published_at timestamp with time zone not null,
    source varchar(40) not null
);

create table procedure_set_part (
    set_id integer not null references procedure_set,
    part varchar(20) not null,
    part_key varchar(255) not null,
    version integer not null,
    primary key (set_id, part, part_key)
);

-- the engine checks its history level against this row; written here so that two nodes may start at once
insert into act_ge_property (name_, value_, rev_) values ('historyLevel', '71', 1);
