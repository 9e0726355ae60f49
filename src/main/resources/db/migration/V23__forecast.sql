-- Which cases will pass a target within two weeks (decision 22). The first two tables are made anew every night from `stay`.

-- A step in all versions of its diagram: how long stays take, and when their target usually lies.
create table forecast_step (
    process varchar(255) not null,
    step varchar(255) not null,
    name varchar(255) not null,
    role varchar(255) not null,
    -- in working days after the stay began; null where most stays have none
    target_days integer,
    -- how many ended stays this is learnt from
    stays integer not null,
    primary key (process, step)
);

-- How many stays ended after so many working days, and how many are open after so many.
create table forecast_waited (
    process varchar(255) not null,
    step varchar(255) not null,
    days integer not null,
    ended integer not null,
    waiting integer not null,
    primary key (process, step, days)
);

-- What began in the moment a step was left ('process/step', sorted; empty if nothing did), and how often.
create table forecast_follow (
    process varchar(255) not null,
    step varchar(255) not null,
    follows text[] not null,
    stays integer not null,
    primary key (process, step, follows)
);

-- The present forecast: cases that are not quite unlikely to pass a target. Renewed every few minutes; only what changed is written.
create table forecast_case (
    case_number varchar(255) primary key,
    probability double precision not null,
    -- the open stay that makes it likely
    activity_id varchar(64) not null,
    role varchar(255) not null,
    -- the step that would be late
    late_process varchar(255) not null,
    late_step varchar(255) not null
);
create index forecast_case_by_probability on forecast_case (probability desc, case_number);
create index forecast_case_of_role on forecast_case (role, probability desc, case_number);
create index forecast_case_of_stay on forecast_case (activity_id);

-- When the model was learnt and the present forecast made.
create table forecast_made (
    what varchar(20) primary key,
    at timestamp with time zone not null
);

-- What was said once a week about every open case, and what came of it.
create table forecast (
    made_on date not null,
    case_number varchar(255) not null,
    activity_id varchar(64) not null,
    probability double precision not null,
    made_at timestamp with time zone not null,
    horizon_on date not null,
    -- whether a target was passed until then; null until it is known
    outcome boolean,
    primary key (made_on, case_number)
);
create index forecast_to_judge on forecast (horizon_on) where outcome is null;

-- The same as counts by tenths: what the page shows of a quarter.
create table forecast_week (
    made_on date not null,
    -- 0: under 10 % … 9: 90 % and more
    tenth integer not null,
    cases integer not null,
    -- the sum of the probabilities
    said double precision not null,
    happened integer not null,
    primary key (made_on, tenth)
);
