-- What an act goes by but no act on a case changes: calendar, absences, settings, catalogue, procedure, groups. Nodes remember
-- it as long as this mark stays the same; whoever changes any of it, in whatever way, changes the mark in the same transaction.
create table rarely_changed (
    one boolean primary key default true check (one),
    mark uuid not null default gen_random_uuid()
);
insert into rarely_changed default values;

create function mark_change() returns trigger language plpgsql as $$
begin
    update rarely_changed set mark = gen_random_uuid();
    return null;
end $$;

create trigger calendar_override_changed after insert or update or delete or truncate on calendar_override
    for each statement execute function mark_change();
create trigger absence_changed after insert or update or delete or truncate on absence
    for each statement execute function mark_change();
create trigger setting_changed after insert or update or delete or truncate on setting
    for each statement execute function mark_change();
create trigger service_catalogue_changed after insert or update or delete or truncate on service_catalogue
    for each statement execute function mark_change();
create trigger procedure_set_changed after insert or update or delete or truncate on procedure_set
    for each statement execute function mark_change();
create trigger membership_changed after insert or update or delete or truncate on act_id_membership
    for each statement execute function mark_change();
create trigger group_changed after insert or update or delete or truncate on act_id_group
    for each statement execute function mark_change();

-- who sends a form clears every draft of its task, whoever typed it
create index form_draft_of_subject on form_draft (subject);
