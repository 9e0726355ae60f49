-- What an account is called is remembered under the mark too: pages and papers name people line by line. A login touches the row and changes
-- no name.
create trigger account_changed after insert or delete or truncate on act_id_user
    for each statement execute function mark_change();
create trigger account_renamed after update on act_id_user
    for each row when (old.first_ is distinct from new.first_ or old.last_ is distinct from new.last_)
    execute function mark_change();
