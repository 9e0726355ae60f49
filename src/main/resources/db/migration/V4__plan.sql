-- プラン: which content the person agreed to, the conference approved and the ward decided is provably the same, by hash.
create table plan (
    id uuid primary key,
    case_id uuid not null references support_case,
    number integer not null,
    unique (case_id, number)
);

create table plan_version (
    id uuid primary key,
    plan_id uuid not null references plan,
    version integer not null,
    content jsonb not null,
    content_hash varchar(64) not null,
    author varchar(255) not null,
    created_at timestamp with time zone not null,
    unique (plan_id, version)
);

-- 支援調整会議: one dated meeting for many cases
create table conference (
    id uuid primary key,
    municipality varchar(40) not null,
    held_on date not null,
    starts_at varchar(5),
    place text,
    format varchar(20) not null,
    convened_by varchar(255) not null
);
create unique index conference_of_day on conference (municipality, held_on, format, coalesce(starts_at, ''));

create table conference_item (
    id uuid primary key,
    conference_id uuid not null references conference,
    case_id uuid not null references support_case,
    purpose varchar(20) not null,
    content_hash varchar(64),
    result varchar(40),
    recorded_on date
);
create index conference_item_of_case on conference_item (case_id);

-- what was done with which content: agreed, approved, submitted
create table plan_act (
    id uuid primary key,
    plan_version_id uuid not null references plan_version,
    act varchar(30) not null,
    content_hash varchar(64) not null,
    acted_on date not null,
    manner varchar(40),
    recorded_by varchar(255) not null,
    recorded_at timestamp with time zone not null
);
create index plan_act_of_version on plan_act (plan_version_id, act);

-- プラン決定 and 支援決定 are one act (要領 第10条第2号): one row per decided version, its services below it
create table plan_decision (
    id uuid primary key,
    plan_version_id uuid not null unique references plan_version,
    content_hash varchar(64) not null,
    decision_type varchar(20) not null,
    decided_on date not null,
    decided_by varchar(255) not null,
    deputy_for varchar(255),
    document_number varchar(100),
    recorded_by varchar(255) not null,
    recorded_at timestamp with time zone not null
);

create table support_decision (
    id uuid primary key,
    plan_decision_id uuid not null references plan_decision,
    service varchar(60) not null,
    provider text not null,
    from_day date not null,
    to_day date not null,
    unique (plan_decision_id, service, from_day)
);

-- 差戻し (要領 第10条第3号): the reason, that 主任 has read it, and how it ended
create table rejection (
    id uuid primary key,
    plan_version_id uuid not null references plan_version,
    number integer not null,
    process_instance_id varchar(64) not null,
    category varchar(40) not null,
    reason text not null,
    rejected_on date not null,
    rejected_by varchar(255) not null,
    acknowledged_on date,
    acknowledged_by varchar(255),
    met_on date,
    person_rechecked_on date,
    agencies_rechecked_on date,
    outcome varchar(40)
);
create index rejection_of_version on rejection (plan_version_id);

create trigger plan_version_append_only before update or delete on plan_version
    for each row execute function refuse_change();
create trigger plan_act_append_only before update or delete on plan_act
    for each row execute function refuse_change();
create trigger plan_decision_append_only before update or delete on plan_decision
    for each row execute function refuse_change();
create trigger support_decision_append_only before update or delete on support_decision
    for each row execute function refuse_change();

-- 支援メニュー, dated: names and offers change with the law (2018 家計相談 → 家計改善, 2025 一時生活 → 居住支援)
create table service_catalogue (
    municipality varchar(40) not null,
    code varchar(60) not null,
    name text not null,
    position integer not null,
    valid_from date not null,
    valid_to date,
    primary key (municipality, code, valid_from)
);

insert into service_catalogue (municipality, code, name, position, valid_from, valid_to) values
    ('minato', 'selfRelianceEmploymentSupport', '就労支援員による就労支援', 1, '2015-04-01', null),
    ('minato', 'employmentPromotionProject', '生活保護受給者等就労自立促進事業', 2, '2015-04-01', null),
    ('minato', 'employmentPreparationSupport', '就労準備支援事業', 3, '2015-04-01', null),
    ('minato', 'housingSecurityBenefit', '住居確保給付金', 4, '2015-04-01', null),
    ('minato', 'householdImprovementSupport', '家計相談支援事業', 5, '2015-04-01', '2018-09-30'),
    ('minato', 'householdImprovementSupport', '家計改善支援事業', 5, '2018-10-01', null),
    ('minato', 'learningSupport', '学習相談支援事業', 6, '2015-04-01', null),
    ('minato', 'welfareLoan', '生活福祉資金貸付事業', 7, '2015-04-01', null),
    ('minato', 'housingSupport', '一時生活支援事業', 8, '2015-04-01', '2025-03-31'),
    ('minato', 'housingSupport', '居住支援事業', 8, '2025-04-01', null),
    ('minato', 'employmentTraining', '就労訓練事業', 9, '2015-04-01', null),
    ('minato', 'otherPublic', 'その他の公的事業', 10, '2015-04-01', null),
    ('minato', 'informal', 'インフォーマルな支援（民生委員、食料、居場所など）', 11, '2015-04-01', null);
