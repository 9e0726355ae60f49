-- 制限ケース (EV8): only named persons know of the case. No date ends it; two persons do.
create table case_restriction (
    id uuid primary key,
    case_number varchar(20) not null,
    reason varchar(40) not null,
    note text not null,
    set_by varchar(255) not null,
    set_at timestamp with time zone not null,
    -- 住基の支援措置: until when it holds; yearly. Its end ends nothing here, it only has somebody look.
    measure_until date,
    -- somebody proposes the end after a look of their own, somebody else confirms it
    end_proposed_by varchar(255),
    end_proposed_at timestamp with time zone,
    end_looked_up_on date,
    end_note text,
    ended_by varchar(255),
    ended_at timestamp with time zone,
    check ((end_proposed_by is null) = (end_looked_up_on is null)),
    check ((ended_by is null) = (ended_at is null)),
    check (ended_by is null or end_proposed_by is not null and ended_by <> end_proposed_by)
);
create unique index case_restriction_present on case_restriction (case_number) where ended_at is null;

create table case_restriction_named (
    restriction_id uuid not null references case_restriction,
    user_id varchar(255) not null,
    since timestamp with time zone not null,
    named_by varchar(255) not null,
    until timestamp with time zone,
    unnamed_by varchar(255)
);
create unique index case_restriction_named_present on case_restriction_named (restriction_id, user_id) where until is null;

-- 連絡先を開く: address and telephone of a restricted case, for one person and a few minutes
create table case_unlock (
    id uuid primary key,
    case_number varchar(20) not null,
    user_id varchar(255) not null,
    reason varchar(40) not null,
    note text not null,
    at timestamp with time zone not null,
    until timestamp with time zone not null
);
create index case_unlock_in_force on case_unlock (user_id, case_number, until);

-- The one place that says which cases somebody must not know of.
create function hidden_from(account varchar) returns setof varchar language sql stable parallel safe as $$
    select r.case_number from case_restriction r where r.ended_at is null and not exists (
        select 1 from case_restriction_named n
        where n.restriction_id = r.id and n.user_id = account and n.until is null)
$$;

create function is_restricted(number varchar) returns boolean language sql stable parallel safe as $$
    select exists (select 1 from case_restriction r where r.case_number = number and r.ended_at is null)
$$;

-- Nodes remember who may know of which restricted case, as long as the mark stays (V10).
create trigger case_restriction_changed after insert or update or delete or truncate on case_restriction
    for each statement execute function mark_change();
create trigger case_restriction_named_changed after insert or update or delete or truncate on case_restriction_named
    for each statement execute function mark_change();
