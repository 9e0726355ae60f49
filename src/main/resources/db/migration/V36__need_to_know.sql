-- 理由を述べて閲覧 (要領 第12条): somebody without work on a case reads it for a while, says why, and 主任 looks at it afterwards.
create table case_viewing (
    id uuid primary key,
    case_number varchar(20) not null,
    user_id varchar(255) not null,
    reason varchar(40) not null,
    note text not null,
    at timestamp with time zone not null,
    -- reading ends here; an objection moves it to its own moment
    until timestamp with time zone not null,
    judgement varchar(20) check (judgement in ('CONFIRMED', 'OBJECTED')),
    judged_by varchar(255),
    judged_at timestamp with time zone,
    judged_note text,
    check ((judgement is null) = (judged_by is null) and (judgement is null) = (judged_at is null)),
    check (judged_by <> user_id)
);
create index case_viewing_in_force on case_viewing (user_id, case_number, until);
create index case_viewing_open on case_viewing (at) where judgement is null;
