-- The engine asks for the definition of a process at every command, and for the version of a table at every decision. Only a
-- deployment changes them.
create trigger process_definition_changed after insert or update or delete or truncate on act_re_procdef
    for each statement execute function mark_change();
create trigger decision_definition_changed after insert or update or delete or truncate on act_re_decision_def
    for each statement execute function mark_change();
