-- What identifies a person or is told of them lies encrypted (docs/decisions/0030). The columns keep their names and become bytes: until the
-- next start has sealed them (casefile.crypt.Resealing) they hold what they held, and are read as that.

-- which keys ever sealed something here; the proof opens with the right key only
create sequence data_key_rank;
create table data_key (
    id varchar(8) primary key,
    -- the key that was put in front last drives the change
    rank bigint not null default nextval('data_key_rank'),
    proof bytea not null,
    since timestamp with time zone not null,
    -- nothing is sealed with it any more
    retired_at timestamp with time zone
);

-- how far a table has been sealed with a key
create table data_sealing (
    key_id varchar(8) not null references data_key,
    table_name varchar(63) not null,
    last_row text not null default '',
    rows bigint not null default 0,
    done_at timestamp with time zone,
    primary key (key_id, table_name)
);

-- Rows that are only ever added keep being so: the one thing that may happen to them is that a value is sealed anew. The
-- database cannot read it, but refuses everything that is not sealed, and any change beside it.
create function only_sealed_anew() returns trigger language plpgsql as $$
declare
    sealed text;
    kept jsonb := to_jsonb(new);
    was jsonb := to_jsonb(old);
begin
    foreach sealed in array tg_argv loop
        if kept -> sealed is distinct from was -> sealed and left(kept ->> sealed, 4) is distinct from '\x01' then
            raise exception 'rows of % are only ever added', tg_table_name;
        end if;
        kept := kept - sealed;
        was := was - sealed;
    end loop;
    if coalesce(current_setting('tsunagu.sealing', true), '') <> 'on' or kept is distinct from was then
        raise exception 'rows of % are only ever added', tg_table_name;
    end if;
    return new;
end $$;

-- person: found by keyed hashes of parts of name and kana, and of the date of birth
drop index person_by_name_part;
drop index person_by_birth_date;
drop index person_folded_kana;
drop function name_parts(text);
drop function folded_kana(text);
alter table person
    alter column name type bytea using convert_to(name, 'UTF8'),
    alter column kana type bytea using convert_to(kana, 'UTF8'),
    alter column birth_date type bytea using convert_to(to_char(birth_date, 'YYYY-MM-DD'), 'UTF8'),
    drop column search_text,
    add column search_parts bigint[],
    add column search_birth bigint,
    -- the key of the hashes
    add column search_key varchar(8);
create index person_by_search_part on person using gin (search_parts) with (fastupdate = off);
create index person_by_search_birth on person (search_birth);

alter table support_case alter column fields type bytea using convert_to(fields::text, 'UTF8');
-- encrypted bytes cannot be packed; stored apart, rows stay short and their head is read without the rest
alter table support_case alter column fields set storage external;

alter table form_document alter column data type bytea using convert_to(data::text, 'UTF8');
alter table form_document alter column data set storage external;

alter table form_draft alter column data type bytea using convert_to(data::text, 'UTF8');

alter table progress_record drop constraint progress_record_correction_says_why;
alter table progress_record
    alter column counterpart type bytea using convert_to(counterpart, 'UTF8'),
    alter column facts type bytea using convert_to(facts, 'UTF8'),
    alter column persons_words type bytea using convert_to(persons_words, 'UTF8'),
    alter column opinion type bytea using convert_to(opinion, 'UTF8'),
    alter column next_step type bytea using convert_to(next_step, 'UTF8'),
    alter column colleagues type bytea using convert_to(colleagues, 'UTF8'),
    alter column correction_reason type bytea using convert_to(correction_reason, 'UTF8'),
    add constraint progress_record_correction_says_why check (
        case when corrects is null then correction_reason is null and not withdrawn else octet_length(correction_reason) > 0 end);

alter table step_taken_back alter column reason type bytea using convert_to(reason, 'UTF8');

alter table person_merge alter column reason type bytea using convert_to(reason, 'UTF8');

alter table attachment
    alter column paper_note type bytea using convert_to(paper_note, 'UTF8'),
    alter column signed_by type bytea using convert_to(signed_by, 'UTF8'),
    alter column manner_reason type bytea using convert_to(manner_reason, 'UTF8'),
    alter column file_name type bytea using convert_to(file_name, 'UTF8');

alter table attachment_withdrawal drop constraint attachment_withdrawal_reason_check;
alter table attachment_withdrawal alter column reason type bytea using convert_to(reason, 'UTF8');
alter table attachment_withdrawal add check (octet_length(reason) > 0);

-- plans: what is counted by is kept beside what is read
alter table plan_version add column services varchar(60)[];
-- rewrites the rows without changing them one by one, which their trigger would refuse
alter table plan_version alter column services type varchar(60)[] using services_of(content);
alter table plan_version alter column services set not null;
drop function services_of(jsonb);
alter table plan_version alter column content type bytea using convert_to(content::text, 'UTF8');
alter table plan_version alter column content set storage external;

alter table rejection alter column reason type bytea using convert_to(reason, 'UTF8');
alter table notice alter column content type bytea using convert_to(content::text, 'UTF8');
alter table notice_event alter column note type bytea using convert_to(note, 'UTF8');
alter table referral
    alter column receiver type bytea using convert_to(receiver, 'UTF8'),
    alter column received_by type bytea using convert_to(received_by, 'UTF8');

alter table disclosure
    alter column receiver type bytea using convert_to(receiver, 'UTF8'),
    alter column purpose type bytea using convert_to(purpose, 'UTF8');

-- what is said in free words of why a case is read, restricted, kept
alter table case_viewing
    alter column note type bytea using convert_to(note, 'UTF8'),
    alter column judged_note type bytea using convert_to(judged_note, 'UTF8');
alter table case_restriction
    alter column note type bytea using convert_to(note, 'UTF8'),
    alter column end_note type bytea using convert_to(end_note, 'UTF8');
alter table case_unlock alter column note type bytea using convert_to(note, 'UTF8');
alter table retention_hold
    alter column note type bytea using convert_to(note, 'UTF8'),
    alter column release_note type bytea using convert_to(release_note, 'UTF8');
alter table disposal alter column note type bytea using convert_to(note, 'UTF8');

-- who may delete such rows is left as it is
do $$
declare
    kept record;
    refuse text := case when to_regproc('refuse_change_but_erasure') is null then 'refuse_change' else 'refuse_change_but_erasure' end;
begin
    for kept in select * from (values
        ('form_document', 'data'),
        ('progress_record', 'counterpart,facts,persons_words,opinion,next_step,colleagues,correction_reason'),
        ('step_taken_back', 'reason'),
        ('person_merge', 'reason'),
        ('attachment', 'paper_note,signed_by,manner_reason,file_name,content'),
        ('attachment_withdrawal', 'reason'),
        ('plan_version', 'content'),
        ('notice_event', 'note'),
        ('disclosure', 'receiver,purpose')) t (name, columns) loop
        execute format('drop trigger %I on %I', kept.name || '_append_only', kept.name);
        execute format('create trigger %I before delete on %I for each row execute function %I()',
            kept.name || '_append_only', kept.name, refuse);
        execute format('create trigger %I before update on %I for each row execute function only_sealed_anew(%s)',
            kept.name || '_only_sealed', kept.name, (select string_agg(quote_literal(c), ', ') from unnest(string_to_array(kept.columns, ',')) c));
    end loop;
end $$;
