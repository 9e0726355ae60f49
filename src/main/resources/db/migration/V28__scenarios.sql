-- 例題 that the ward wrote itself; the packaged ones lie in processes/scenarios
create table scenario (
    id varchar(60) primary key,
    source text not null,
    revision integer not null,
    changed_by varchar(64) not null,
    changed_at timestamp with time zone not null
);

-- how a scenario went on a procedure: both are named by what they contain, so that no result outlives a change
create table scenario_result (
    procedure_hash char(64) not null,
    scenario_hash char(64) not null,
    result text not null,
    ran_at timestamp with time zone not null,
    ran_by varchar(64) not null,
    primary key (procedure_hash, scenario_hash)
);
