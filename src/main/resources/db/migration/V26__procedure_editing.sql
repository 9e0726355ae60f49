-- counts all changes of a 改定案; a revision of a file is its number at that change, so that none comes twice
alter table procedure_draft add column revisions integer not null default 0;

update procedure_draft d
set revisions = coalesce((select max(f.revision) from procedure_draft_file f where f.draft_id = d.id), 0);

-- what somebody is working on and has not saved yet: theirs alone
create table procedure_draft_work (
    draft_id integer not null references procedure_draft,
    name varchar(255) not null,
    person varchar(64) not null,
    content text not null,
    seen integer not null,
    kept_at timestamp with time zone not null,
    primary key (draft_id, name, person)
);

-- who has a file open
create table procedure_draft_lease (
    draft_id integer not null references procedure_draft,
    name varchar(255) not null,
    person varchar(64) not null,
    until timestamp with time zone not null,
    primary key (draft_id, name)
);
