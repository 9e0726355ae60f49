-- 訂正: what a case was like in the moment before a step was done, so that 主任 can take the step back exactly. Read from the
-- engine's tables by the statement that stores the step's document: nothing of the step has reached them by then.
create function process_state(instance varchar) returns jsonb language plpgsql stable as $$
begin
    return (with root as (
        select r.id_, r.business_key_ from act_ru_execution e join act_ru_execution r on r.id_ = e.root_proc_inst_id_
        where e.id_ = instance
    ), tree as (
        -- only a process instance itself names its root
        select e.* from act_ru_execution p join act_ru_execution e on e.proc_inst_id_ = p.id_
        where p.root_proc_inst_id_ = (select id_ from root)
    )
    select jsonb_build_object(
        -- where a token stands: an execution without one below it
        'places', coalesce((select jsonb_agg(jsonb_build_object('id', e.act_inst_id_, 'at', e.act_id_, 'instance', e.proc_inst_id_))
            from tree e where e.act_id_ is not null and not e.is_event_scope_
              and not exists (select 1 from tree below where below.parent_id_ = e.id_)), '[]'),
        'variables', coalesce((select jsonb_agg(jsonb_build_object('instance', v.proc_inst_id_, 'name', v.name_, 'type', v.type_,
                'text', coalesce(convert_from(b.bytes_, 'UTF8'), v.text_), 'number', v.long_))
            from tree e join act_ru_variable v on v.execution_id_ = e.id_ left join act_ge_bytearray b on b.id_ = v.bytearray_id_
            where e.parent_id_ is null), '[]'),
        'tasks', coalesce((select jsonb_agg(jsonb_build_object('id', t.id_, 'at', t.task_def_key_, 'name', t.name_,
                'assignee', t.assignee_, 'due', t.due_date_::timestamptz, 'followUp', t.follow_up_date_::timestamptz,
                'deadline', to_jsonb(d)))
            from tree e join act_ru_task t on t.execution_id_ = e.id_ left join task_deadline d on d.task_id = t.id_), '[]'),
        'timers', coalesce((select jsonb_agg(jsonb_build_object('id', j.id_, 'at', j.handler_cfg_, 'instance', j.process_instance_id_,
                'due', j.duedate_::timestamptz))
            from tree e join act_ru_job j on j.process_instance_id_ = e.id_ where j.type_ = 'timer' and e.parent_id_ is null), '[]'),
        -- what ran beside it
        'beside', coalesce((select jsonb_agg(h.proc_inst_id_)
            from act_hi_procinst h where h.business_key_ = (select business_key_ from root) and h.super_process_instance_id_ is null), '[]')));
end $$;

create table step_before (
    document_id uuid primary key references form_document,
    case_id uuid not null references support_case,
    process jsonb not null,
    -- the dates and the state of the case itself
    case_state jsonb not null
);
create index step_before_of_case on step_before (case_id);

-- a step that was taken back: its document stays as a version, and this row says that it no longer counts
create table step_taken_back (
    document_id uuid primary key references form_document,
    case_id uuid not null references support_case,
    step varchar(100) not null,
    reason text not null,
    taken_back_by varchar(255) not null,
    taken_back_at timestamp with time zone not null,
    -- whose step it was: they are told
    told varchar(255) not null,
    -- the task in which the step is done again; it opens with what had been typed
    reopened_task_id varchar(64)
);
create index step_taken_back_of_case on step_taken_back (case_id);
create unique index step_taken_back_reopened on step_taken_back (reopened_task_id);
create trigger step_taken_back_append_only before update or delete on step_taken_back
    for each row execute function refuse_change();

-- which document a line of 第3号様式 came with; null for a line written by itself
alter table progress_record add column document_id uuid;

-- a consent whose step was taken back was never given; the one it had replaced stands again
alter table consent add column taken_back boolean not null default false, add column replaced_by uuid;

-- 名寄せ: two records of one person. Nothing is moved: each record keeps its columns and cases. A row says that 主任 found two of
-- them to be the same, or that this was undone; who counts as the same follows from the rows that were not undone.
create table person_merge (
    id uuid primary key,
    undoes uuid unique references person_merge,
    one_person uuid not null references person,
    other_person uuid not null references person,
    one_case varchar(20) not null,
    other_case varchar(20) not null,
    reason text not null,
    done_by varchar(255) not null,
    done_at timestamp with time zone not null,
    check (one_person <> other_person)
);
create index person_merge_one on person_merge (one_person);
create index person_merge_other on person_merge (other_person);
create trigger person_merge_append_only before update or delete on person_merge
    for each row execute function refuse_change();

create view same_person as
select m.one_person as person, m.other_person as same from person_merge m
where m.undoes is null and not exists (select 1 from person_merge u where u.undoes = m.id)
union all
select m.other_person, m.one_person from person_merge m
where m.undoes is null and not exists (select 1 from person_merge u where u.undoes = m.id);

-- ふりがな in one way of writing: full width, without spaces, in hiragana
create function folded_kana(kana text) returns text language sql immutable strict parallel safe as $$
    select translate(regexp_replace(normalize(kana, nfkc), '\s', '', 'g'),
        'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ',
        'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ')
$$;
create index person_folded_kana on person (folded_kana(kana)) where kana is not null;
