-- a case that only waits for a date is held up by nobody: the kind of such a step is told apart from other events
update diagram_step d set kind = 'intermediateTimer'
where kind = 'intermediateCatchEvent'
  and exists (select 1 from act_hi_actinst a
              where a.proc_def_id_ = d.process_definition_id and a.act_id_ = d.step and a.act_type_ = 'intermediateTimer');
