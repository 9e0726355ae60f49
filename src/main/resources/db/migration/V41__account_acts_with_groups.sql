-- What became of a group, and who came into it, stands there too: also what was done in Camunda Admin or over the engine's REST.
alter table account_act
    add column group_id varchar(64),
    alter column user_id drop not null,
    add constraint account_act_of_something check (user_id is not null or group_id is not null);
create index account_act_of_group on account_act (id) where user_id is null;
