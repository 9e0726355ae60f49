-- 様式 and the list of deciding variables belong to a procedure set like the diagrams; the engine does not read them
create table procedure_text (
    name varchar(255) not null,
    version integer not null,
    source varchar(40) not null,
    content bytea not null,
    primary key (name, version)
);
create trigger procedure_text_append_only before update or delete on procedure_text
    for each row execute function refuse_change();

-- sets that were there before get the packaged texts at the next start: until then all cases were printed on them
create table procedure_set_text (
    set_id integer not null references procedure_set,
    name varchar(255) not null,
    version integer not null,
    primary key (set_id, name),
    foreign key (name, version) references procedure_text
);
create trigger procedure_set_text_changed after insert or update or delete or truncate on procedure_set_text
    for each statement execute function mark_change();
