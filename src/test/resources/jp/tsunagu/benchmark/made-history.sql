-- Makes the history of an office of a hundred people: {open} open tasks and about {finished} finished activities, as rows of the
-- engine and, as far as lists need it, of the case file. What is believable about it:
--   routes     most consultations end with information, a quarter comes to a plan; some knock several times, some screenings
--              are returned, some plans rejected by the ward and resubmitted, some evaluated and planned again
--   durations  log-normal by step: most are quick, some take months; a case in a busy month takes longer
--   season     no weekends; April and the months before the fiscal year ends are full, August and the New Year empty
--   versions   three of every diagram, the newest for eight months
--   beside it  referrals, handovers to the welfare office and emergency support, each an instance of its own
--   open ones  each somewhere on its route, the likelier in a step the longer the step takes
-- Same numbers, same history: the dice are seeded.
select setseed(0.42);

create schema made;

-- nothing happens on a weekend: it does so early on Monday, in the same order
create function made.office(at timestamptz) returns timestamptz language sql stable as
'select case when extract(isodow from at) < 6 then at else
   date_trunc(''week'', at) + interval ''7 days'' + (at - date_trunc(''week'', at) - interval ''5 days'') / 1440 end';

create table made.version as
select key_ as process, id_ as definition,
  case version_ when 1 then '-infinity' when 2 then now() - interval '20 months' else now() - interval '8 months' end as from_day,
  case version_ when 1 then now() - interval '20 months' when 2 then now() - interval '8 months' else 'infinity' end as to_day
from act_re_procdef where version_ <= 3;

-- how many days a step takes (median), how differently, and how many it is given
create table made.step (process text, step text, median float, sigma float, target int, people text, of_people int);
insert into made.step values
  ('selfRelianceSupport', 'reachOut', 4, 0.8, 7, 'centre', 60),
  ('selfRelianceSupport', 'decideTriage', 1.5, 0.7, 3, 'centre', 60),
  ('selfRelianceSupport', 'obtainApplicationAndConsent', 6, 1.0, 14, 'centre', 60),
  ('selfRelianceSupport', 'assess', 12, 0.7, 20, 'centre', 60),
  ('selfRelianceSupport', 'screen', 3, 0.6, 5, 'centre', 60),
  ('selfRelianceSupport', 'confirmScreening', 2, 0.9, 3, 'chief', 8),
  ('selfRelianceSupport', 'draftPlan', 7, 0.7, 14, 'centre', 60),
  ('selfRelianceSupport', 'obtainPlanAgreement', 5, 0.9, 7, 'centre', 60),
  ('selfRelianceSupport', 'convenePlanConference', 3, 0.6, 7, 'chief', 8),
  ('selfRelianceSupport', 'recordPlanConference', 9, 0.4, 14, 'chief', 8),
  ('selfRelianceSupport', 'submitPlan', 1, 0.8, 3, 'chief', 8),
  ('selfRelianceSupport', 'sendSupportNotice', 2, 0.6, 3, 'ward', 16),
  ('selfRelianceSupport', 'deliverPlan', 3, 0.8, 7, 'centre', 60),
  ('selfRelianceSupport', 'monitorSupport', 85, 0.5, 120, 'centre', 60),
  ('selfRelianceSupport', 'prepareEvaluation', 5, 0.7, 7, 'centre', 60),
  ('selfRelianceSupport', 'conveneEvaluationConference', 3, 0.6, 7, 'chief', 8),
  ('selfRelianceSupport', 'recordEvaluationConference', 9, 0.4, 14, 'chief', 8),
  ('selfRelianceSupport', 'closeCase', 2, 1.0, 5, 'chief', 8),
  -- the ward's check is the bottleneck
  ('planDecision', 'checkPlan', 9, 1.1, 7, 'ward', 16),
  ('planDecision', 'writeRejectionReason', 3, 0.7, 5, 'ward', 16),
  ('planDecision', 'approveAsSubsectionChief', 2, 0.8, 3, 'subsection', 4),
  ('planDecision', 'decidePlan', 3, 0.8, 5, 'section', 2),
  ('planDecision', 'acknowledgeRejection', 1, 0.6, 2, 'chief', 8),
  ('planDecision', 'recheckWithPerson', 6, 0.9, 7, 'centre', 60),
  ('planDecision', 'recheckWithAgencies', 5, 0.8, 7, 'centre', 60),
  ('planDecision', 'reviseAndResubmit', 4, 0.7, 7, 'centre', 60),
  ('referral', 'sendReferral', 2, 0.6, 3, 'centre', 60),
  ('referral', 'confirmReferralReceipt', 6, 1.0, 10, 'centre', 60),
  ('referral', 'followUpReferral', 25, 0.6, 30, 'centre', 60),
  ('welfareOfficeReferral', 'handOverToWelfareOffice', 1, 0.6, 1, 'centre', 60),
  ('welfareOfficeReferral', 'confirmReceipt', 4, 1.2, 3, 'welfare', 8),
  ('welfareOfficeReferral', 'recordWelfareOutcome', 14, 0.5, 20, 'welfare', 8),
  ('emergencySupport', 'arrangeEmergencySupport', 0.4, 0.8, 1, 'centre', 60),
  ('emergencySupport', 'checkEmergencyResult', 5, 0.6, 7, 'centre', 60);

-- Ways of a case. Its share of the finished cases, and of the open ones; '(' begins what the ward decides, ')' ends it.
create table made.way (kind int, name text, share float, open_share float, steps text);
insert into made.way values
  (1, 'information only', 0.38, 0.06, 'caseReceived decideTriage informationGiven'),
  (2, 'knocked several times', 0.10, 0.08,
     'caseReceived reachOut reachOut reachOut decideTriage informationGiven'),
  (3, 'closed at screening', 0.20, 0.20,
     'caseReceived decideTriage obtainApplicationAndConsent assess screen confirmScreening closeCase caseClosed'),
  (4, 'screening returned', 0.07, 0.07,
     'caseReceived decideTriage obtainApplicationAndConsent assess screen confirmScreening assess screen confirmScreening closeCase caseClosed'),
  (5, 'plan', 0.15, 0.34,
     'caseReceived decideTriage obtainApplicationAndConsent assess screen confirmScreening draftPlan obtainPlanAgreement convenePlanConference '
     'recordPlanConference submitPlan ( planSubmitted checkPlan approveAsSubsectionChief decidePlan planDecided ) sendSupportNotice deliverPlan '
     'monitorSupport prepareEvaluation conveneEvaluationConference recordEvaluationConference closeCase caseClosed'),
  (6, 'planned again', 0.04, 0.10,
     'caseReceived decideTriage obtainApplicationAndConsent assess screen confirmScreening draftPlan obtainPlanAgreement convenePlanConference '
     'recordPlanConference submitPlan ( planSubmitted checkPlan approveAsSubsectionChief decidePlan planDecided ) deliverPlan monitorSupport '
     'prepareEvaluation conveneEvaluationConference recordEvaluationConference draftPlan obtainPlanAgreement convenePlanConference '
     'recordPlanConference submitPlan ( planSubmitted checkPlan approveAsSubsectionChief decidePlan planDecided ) deliverPlan monitorSupport '
     'prepareEvaluation conveneEvaluationConference recordEvaluationConference closeCase caseClosed'),
  (7, 'rejected', 0.06, 0.15,
     'caseReceived decideTriage obtainApplicationAndConsent assess screen confirmScreening draftPlan obtainPlanAgreement convenePlanConference '
     'recordPlanConference submitPlan ( planSubmitted checkPlan writeRejectionReason approveAsSubsectionChief decidePlan acknowledgeRejection '
     'recheckWithPerson recheckWithAgencies reviseAndResubmit checkPlan approveAsSubsectionChief decidePlan planDecided ) sendSupportNotice '
     'deliverPlan monitorSupport prepareEvaluation conveneEvaluationConference recordEvaluationConference closeCase caseClosed');

-- The same step by step. part: 0 the main process, 1, 2 … what it calls; from 10 on beside it.
create table made.place as
select kind, case when brackets % 2 = 1 then (brackets + 1) / 2 else 0 end as part, place, name as step,
  case when brackets % 2 = 1 then 'planDecision' else 'selfRelianceSupport' end as process
from (select w.kind, t.place::int, t.name,
        count(*) filter (where t.name in ('(', ')')) over (partition by w.kind order by t.place) as brackets
      from made.way w cross join lateral regexp_split_to_table(w.steps, '\s+') with ordinality as t (name, place)) numbered
where name not in ('(', ')');
insert into made.place
select kind, part, 100 * part + place, step, process from made.way cross join (values
  (10, 'referral', 1, 'referralDecided'), (10, 'referral', 2, 'sendReferral'), (10, 'referral', 3, 'confirmReferralReceipt'),
  (10, 'referral', 4, 'followUpReferral'), (10, 'referral', 5, 'referralFollowedUp'),
  (11, 'welfareOfficeReferral', 1, 'welfareNeedFound'), (11, 'welfareOfficeReferral', 2, 'handOverToWelfareOffice'),
  (11, 'welfareOfficeReferral', 3, 'confirmReceipt'), (11, 'welfareOfficeReferral', 4, 'recordWelfareOutcome'),
  (11, 'welfareOfficeReferral', 5, 'welfareReferralClosed'),
  (12, 'emergencySupport', 1, 'emergencyFound'), (12, 'emergencySupport', 2, 'arrangeEmergencySupport'),
  (12, 'emergencySupport', 3, 'checkEmergencyResult'), (12, 'emergencySupport', 4, 'emergencyOver'))
  beside (part, process, place, step);

-- the days on which cases begin, the likelier the more room they take
create table made.day as
select day, sum(weight) over (order by day) as until from (
  select current_date - n as day, case when extract(isodow from current_date - n) > 5 then 0 else
      (array[0.7, 1.2, 1.4, 1.5, 1.0, 1.0, 1.0, 0.7, 1.0, 1.0, 1.1, 0.9])[extract(month from current_date - n)::int]
      * case extract(isodow from current_date - n) when 1 then 1.3 else 1 end end as weight
  from generate_series(0, 1300) n) weighted
where weight > 0;

create table made.case as
select n, n <= {open} as open, (random() * 59)::int as worker, random() as kind_dice, random() as day_dice,
  random() as place_dice, random() < 0.15 as referred, random() < 0.06 as handed_over, random() < 0.04 as emergency,
  'R' || 30 + n / 90000 || '-' || lpad((n % 90000)::text, 5, '0') as number, md5('made' || n)::uuid as id, 1 as kind, now() as began
from generate_series(1, ({open} + greatest(0, {finished} - {open} * 9) / (
  select sum(w.share * (select count(*) from made.place p where p.kind = w.kind and p.part < 10)) + 1.2 from made.way w))::int) n;
update made.case c set kind = (
  select min(kind) from (select kind, sum(case when c.open then open_share else share end) over (order by kind) as upto from made.way) w
  where upto >= c.kind_dice or kind = 7);
update made.case c set began = (a.days[1 + width_bucket(c.day_dice * a.untils[cardinality(a.untils)], a.untils)])
  + c.place_dice * interval '8 hours'
from (select array_agg(until::float8 order by until) as untils, array_agg(day order by day) as days from made.day) a;

-- every stay of every case, from its beginning
create table made.stay as
select c.n, p.part, p.place, p.process, p.step,
  coalesce(sum(d.days) over before, 0) as from_day, coalesce(sum(d.days) over before, 0) + d.days as to_day
from made.case c join made.place p on p.kind = c.kind
  and (p.part < 10 or p.part = 10 and c.referred or p.part = 11 and c.handed_over or p.part = 12 and c.emergency)
left join made.step s on s.process = p.process and s.step = p.step
-- the sum of twelve dice is as good as normal
cross join lateral (select case when s.median is null then 0 else least(500, s.median
  * case when extract(month from c.began) in (2, 3, 12) then 1.4 else 1 end
  * exp(s.sigma * (random() + random() + random() + random() + random() + random() + random() + random() + random() + random()
    + random() + random() - 6 + 0 * p.place))) end as days) d
window before as (partition by c.n, p.part >= 10, case when p.part >= 10 then p.part end order by p.place
  rows between unbounded preceding and 1 preceding);

analyze made.case;
analyze made.stay;
analyze made.version;
analyze diagram_step;

-- the open ones are somewhere on their way today; of the others all is over
update made.case c set began = case
    when c.open then now() - w.days * c.place_dice * interval '1 day'
    when c.began + greatest(w.days, w.beside) * interval '1 day' > now() then c.began - 364 * ceil(
      (extract(epoch from c.began - now()) / 86400 + greatest(w.days, w.beside)) / 364) * interval '1 day'
    else c.began end
from (select n, max(to_day) filter (where part < 10) as days, coalesce(max(to_day) filter (where part >= 10), 0) + 5 as beside
      from made.stay group by n) w
where w.n = c.n;

create table made.row as
select md5(r.n || '/' || r.part || '/' || r.place) as id, md5(r.n || '/' || r.part) as instance, md5(r.n || '/0') as root,
  r.n, r.part, r.place, r.process, r.step, c.number, c.began, d.process_definition_id as definition, d.name, d.kind,
  case when s.step is not null then md5('task' || r.n || '/' || r.part || '/' || r.place) end as task,
  s.people || case when s.of_people = 60 then c.worker else (c.worker + r.place) % s.of_people end as person,
  r.entered, case when r.ended <= now() then r.ended end as ended, date_trunc('day', r.entered) + s.target * interval '1 day' + interval '8 hours' as due, d.role,
  random() as dice
from (
  select t.*, made.office(c.began + (t.from_day + case when t.part >= 10 then 1 else 0 end) * interval '1 day') as entered,
    made.office(c.began + (t.to_day + case when t.part >= 10 then 1 else 0 end) * interval '1 day') as ended
  from made.stay t join made.case c using (n)
  union all
  -- the main process waits where it calls another
  select n, 0, min(place) * 100, 'selfRelianceSupport', 'planDecision', min(from_day), max(to_day),
    made.office(min(c.began) + min(from_day) * interval '1 day'), made.office(min(c.began) + max(to_day) * interval '1 day')
  from made.stay t join made.case c using (n) where part between 1 and 9 group by n, part
) r
join made.case c using (n)
join made.version v on v.process = r.process and c.began >= v.from_day and c.began < v.to_day
join diagram_step d on d.process_definition_id = v.definition and d.step = r.step
left join made.step s on s.process = r.process and s.step = r.step
where r.entered <= now();
analyze made.row;

insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, start_time_, end_time_, duration_,
  super_process_instance_id_, root_proc_inst_id_, state_)
select instance, instance, number, process, definition, min(entered), case when bool_and(ended is not null) then max(ended) end,
  case when bool_and(ended is not null) then extract(epoch from max(ended) - min(entered)) * 1000 end,
  case when part between 1 and 9 then root end, case when part < 10 then root else instance end,
  case when bool_and(ended is not null) then 'COMPLETED' else 'ACTIVE' end
from made.row group by instance, number, process, definition, part, root;

insert into act_hi_actinst (id_, parent_act_inst_id_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_,
  execution_id_, act_id_, task_id_, act_name_, act_type_, assignee_, start_time_, end_time_, duration_, act_inst_state_,
  sequence_counter_)
select step || ':' || id, instance, process, definition, case when part < 10 then root else instance end, instance, instance,
  step, task, name, case kind when 'endEvent' then 'noneEndEvent' else kind end, case when ended is not null or dice > 0.15 then person end,
  entered, ended, extract(epoch from ended - entered) * 1000,
  case when ended is not null and task is not null and dice < 0.01 then 2 else 0 end, place
from made.row;

insert into act_hi_taskinst (id_, task_def_key_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_,
  act_inst_id_, name_, assignee_, start_time_, end_time_, duration_, priority_, due_date_, task_state_)
select task, step, process, definition, case when part < 10 then root else instance end, instance, instance, step || ':' || id,
  name, case when ended is not null or dice > 0.15 then person end, entered, ended, extract(epoch from ended - entered) * 1000, 50,
  due, case when ended is null then 'Created' else 'Completed' end
from made.row where task is not null;

insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_, proc_def_id_, super_exec_, act_id_,
  act_inst_id_, is_active_, is_concurrent_, is_scope_, is_event_scope_, suspension_state_, cached_ent_state_,
  sequence_counter_, proc_def_key_)
select distinct on (r.instance) instance, 1, case when part < 10 then root else instance end, instance, number, definition,
  case when part between 1 and 9 then root end, step, step || ':' || id, kind <> 'callActivity', false, true, false, 1, 2, place, process
from made.row r where ended is null order by r.instance, r.place;

insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_, assignee_, priority_,
  create_time_, due_date_, suspension_state_, task_state_)
select task, 1, instance, instance, definition, name, step, case when dice > 0.15 then person end, 50, entered, due, 1, 'Created'
from made.row where task is not null and ended is null;

insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
select md5('link' || id), 1, role, 'candidate', task from made.row where task is not null and ended is null and role <> '';

insert into task_deadline (task_id, process_instance_id, case_number, step, role, legal, by_clock, reckoned_on, target_at, next_at, paused_on)
select task, instance, number, step, role, false, false, due::date, due, due, case when dice > 0.96 then current_date - 5 end
from made.row where task is not null and ended is null;

insert into task_alert (task_id, process_instance_id, case_number, step, level, raised_at, raised_for)
select task, instance, number, step, 'escalated', due + interval '5 days', 'chief-consultation-supporter'
from made.row where task is not null and coalesce(ended, now()) > due + interval '5 days';

insert into person (id, version, name, kana, birth_date, search_rules)
select id, 0, '試野' || n, 'ためしの', date '1940-01-01' + n % 25000, 1 from made.case;
insert into support_case (id, case_number, municipality, person_id, process_instance_id, received_on, status, closed_on,
  next_date, last_contact_on, fields, field_changes, version)
select id, number, 'minato', id, md5(n || '/0'), began::date, case when open then 'OPEN' else 'CLOSED' end, null,
  case when open then current_date - 3 + n % 40 end, greatest(began::date, current_date - n % 60), '{}', '{}', 1 from made.case;
insert into case_worker (id, case_id, role, user_id, since)
select md5('worker' || n)::uuid, id, 'consultation-supporter', 'centre' || worker, began from made.case;
insert into plan (id, case_id, number)
select md5('plan' || n)::uuid, id, 1 from made.case where kind >= 5;
insert into plan_version (id, plan_id, version, content, content_hash, author, created_at)
select md5('version' || n)::uuid, md5('plan' || n)::uuid, 1, jsonb_build_object('planItems', (
    select jsonb_agg(jsonb_build_object('service', service)) from (
      select (array['householdImprovementSupport', 'housingSecurityBenefit', 'employmentPreparationSupport', 'housingSupport',
        'learningSupport', 'employmentTraining'])[1 + (n * 7 + k * k) % 6] as service
      from generate_series(0, n % 3) k) chosen)), md5(n::text), 'centre' || worker, began + interval '25 days'
from made.case where kind >= 5;
