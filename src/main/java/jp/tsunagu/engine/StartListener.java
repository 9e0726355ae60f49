package jp.tsunagu.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Built into every process: it begins through the form door, a named internal use case or the process that calls it. */
class StartListener implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        boolean called = execution.getSuperExecution() != null;
        if (!called && !Door.isOpen()) {
            throw SideDoorException.to("開始");
        }
    }
}
