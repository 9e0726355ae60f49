-- The page of a case reads everything of one case: who had it before too, and every alert that was raised about it.
create index case_worker_of_case on case_worker (case_id);
create index task_alert_of_case on task_alert (case_number);
create index case_alert_of_case on case_alert (case_number);
