-- What failed in a restricted case is left out of lists too (decision 28): of the cases that are restricted already.
update act_hi_job_log l set tenant_id_ = p.tenant_id_
from act_hi_procinst p
where p.id_ = l.process_instance_id_ and p.tenant_id_ is not null;
