-- What a municipality sets for itself, with the dates from and to which it holds.
create table setting (
    id bigint generated always as identity primary key,
    municipality varchar(40) not null,
    name varchar(100) not null,
    value text not null,
    valid_from date not null,
    valid_to date,
    unique (municipality, name, valid_from)
);

-- Corrections of the calendar: an election-type holiday, a closing of the office, an opened Saturday.
create table calendar_override (
    municipality varchar(40) not null,
    day date not null,
    open boolean not null,
    reason text not null,
    primary key (municipality, day)
);

-- Who is away, so that a deputy decides (代決) and tasks do not wait in vain.
create table absence (
    id bigint generated always as identity primary key,
    user_id varchar(255) not null,
    from_day date not null,
    to_day date not null,
    check (to_day >= from_day)
);
