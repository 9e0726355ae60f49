-- one service may be given by two providers from the same day on
alter table support_decision drop constraint support_decision_plan_decision_id_service_from_day_key;
alter table support_decision add unique (plan_decision_id, service, provider, from_day);
