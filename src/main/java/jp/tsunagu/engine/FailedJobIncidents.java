package jp.tsunagu.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;

/** A failed job is an incident with a person to it, never silence: told in the transaction that gives the job up. */
class FailedJobIncidents extends DefaultIncidentHandler {

    private final Supplier<FailedJobWatch> watch;

    FailedJobIncidents(Supplier<FailedJobWatch> watch) {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
        this.watch = watch;
    }

    @Override
    public Incident handleIncident(IncidentContext context, String message) {
        watch.get().givenUp(context.getConfiguration(), caseOf(context), context.getActivityId());
        return super.handleIncident(context, message);
    }

    @Override
    public void resolveIncident(IncidentContext context) {
        watch.get().settled(context.getConfiguration());
        super.resolveIncident(context);
    }

    @Override
    public void deleteIncident(IncidentContext context) {
        watch.get().settled(context.getConfiguration());
        super.deleteIncident(context);
    }

    private static String caseOf(IncidentContext context) {
        ExecutionEntity execution = context.getExecutionId() == null
                ? null
                : Context.getCommandContext().getExecutionManager().findExecutionById(context.getExecutionId());
        return execution == null ? null : execution.getProcessBusinessKey();
    }
}
