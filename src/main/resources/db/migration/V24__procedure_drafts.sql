-- 改定案: changes to the procedure before they are published
create table procedure_draft (
    id integer generated always as identity primary key,
    title varchar(200) not null,
    reason text not null,
    base_set integer not null references procedure_set,
    state varchar(20) not null,
    created_by varchar(64) not null,
    created_at timestamp with time zone not null
);

-- only what differs from the base; without content: the procedure is to be without the file
create table procedure_draft_file (
    draft_id integer not null references procedure_draft,
    name varchar(255) not null,
    content bytea,
    revision integer not null,
    changed_by varchar(64) not null,
    changed_at timestamp with time zone not null,
    primary key (draft_id, name)
);
