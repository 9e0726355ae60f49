-- since when the person of a case cannot be reached; its targets stand still meanwhile
alter table support_case add column waiting_since date;

-- 全期間の出来事: what was reported of a case, under the key its sender chose; sent twice, it acts once
create table case_event (
    case_id uuid not null references support_case,
    message varchar(40) not null,
    idempotency_key varchar(100) not null,
    raised_by varchar(255) not null,
    raised_at timestamp with time zone not null,
    primary key (case_id, message, idempotency_key)
);
