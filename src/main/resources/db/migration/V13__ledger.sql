-- 支援台帳 as a page: by what a person is found, and how lists by date are read without reading every case.

-- Name and kana as they are compared (casefile.NameFolding), written with them; rows of before are folded at the next start.
alter table person add column search_text text, add column search_rules integer not null default 0;

-- Every pair of neighbouring characters. Names have two to ten of them, and half of all searches are for two: trigrams, which an
-- extension would bring, find nothing there.
create function name_parts(text) returns text[] language sql immutable strict parallel safe as
$$ select array_agg(distinct substr($1, i, 2)) from generate_series(1, char_length($1) - 1) i $$;

create index person_by_name_part on person using gin (name_parts(search_text)) with (fastupdate = off);
create index person_by_birth_date on person (birth_date);
create index support_case_of_person on support_case (person_id);

-- what lists go by, without the documents that make a row long
create index support_case_flags on support_case (case_number) include (status, next_date, last_contact_on, received_on);
create index support_case_next on support_case (next_date, case_number) where status <> 'CLOSED';
create index support_case_silent on support_case ((coalesce(last_contact_on, received_on)), case_number) where status <> 'CLOSED';
create index act_ru_task_due on act_ru_task (due_date_);
create index act_ru_task_follow_up on act_ru_task (follow_up_date_) where follow_up_date_ is not null;
create index task_alert_unconfirmed on task_alert (case_number, task_id)
    where level = 'escalated' and settled_at is null and step in ('confirmReferralReceipt', 'confirmReceipt');

-- Until when something is to be done in a case, task by task. While a case waits for the person, what the person holds up is not late.
create view open_deadline as
select e.business_key_ as case_number, t.id_ as task_id, t.due_date_ as due, t.follow_up_date_ as follow_up
from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
where e.business_key_ is not null
  and not exists (select 1 from task_deadline d where d.task_id = t.id_ and d.paused_on is not null);

-- a search is an act without a case: who searched, and when, but never for what
alter table access_record alter column case_number drop not null;
