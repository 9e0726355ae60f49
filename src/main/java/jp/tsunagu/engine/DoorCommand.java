package jp.tsunagu.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** A command of the form door, or of a named internal use case: it checks for itself before it opens the door. */
interface DoorCommand<T> extends Command<T> {

    /** Who may act is checked by the act itself; its reads must not be thinned out by the person's own authorizations. */
    static <T> DoorCommand<T> withoutRows(DoorCommand<T> act) {
        return command -> command.runWithoutAuthorization((CommandContext c) -> act.execute(c));
    }

    /** Performs the act in the transaction of the caller, or in its own. */
    static <T> T perform(ProcessEngine engine, DoorCommand<T> act) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(act);
    }
}
