package jp.tsunagu.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * What becomes of a job that failed. Losing a race against another act on the same case is no failure: it is tried again at
 * once, where the engine would make it wait like a broken one. Anything else costs a retry, after a delay that grows.
 */
class FailedJob extends DefaultJobRetryCmd {

    private static final long serialVersionUID = 1L;

    FailedJob(String jobId, Throwable exception) {
        super(jobId, exception instanceof OptimisticLockingException ? exception : PlainFailure.of(exception));
    }

    @Override
    public Object execute(CommandContext command) {
        JobEntity job = getJob();
        if (job == null) {
            return null;
        }
        if (exception instanceof OptimisticLockingException) {
            job.unlock();
            notifyAcquisition(command);
            return null;
        }
        return super.execute(command);
    }
}
