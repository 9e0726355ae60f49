-- What administrators did with accounts. Rows are only ever added.
create table account_act (
    id bigint generated always as identity primary key,
    at timestamp with time zone not null,
    by_user varchar(64) not null,
    user_id varchar(64) not null,
    act varchar(40) not null
);
create index account_act_of_user on account_act (user_id, id);
create trigger account_act_append_only before update or delete on account_act
    for each row execute function refuse_change();
