package jp.tsunagu.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Use cases of our own that move a case without a form: a referral that begins, a result that is reported. Each runs as
 * one engine command and names itself, so that a refused side door and an intended act cannot be confused.
 */
@Component
public class InternalActs {

    private final ProcessEngine engine;

    InternalActs(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * Performs the act in the transaction of the caller, or in its own.
     *
     * @param name what is done, for the log
     */
    public <T> T perform(String name, Supplier<T> act) {
        return DoorCommand.perform(engine, new InternalAct<>(name, act));
    }

    private record InternalAct<T>(String name, Supplier<T> act) implements DoorCommand<T> {

        @Override
        public T execute(CommandContext command) {
            return Door.opened(command, () -> command.runWithoutAuthorization(act::get));
        }
    }
}
