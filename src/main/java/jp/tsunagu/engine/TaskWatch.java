package jp.tsunagu.engine;

import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Told of every task that begins, in its transaction. Implemented by the module {@code work}, which keeps its dates. */
@FunctionalInterface
public interface TaskWatch {

    /**
     * A task has begun.
     *
     * @param scope the variables the task sees, from whose dates its own are counted
     * @param due when it should be done, as the diagram says; null if it says nothing
     */
    void begun(TaskFacts task, VariableScope scope, Date due);
}
