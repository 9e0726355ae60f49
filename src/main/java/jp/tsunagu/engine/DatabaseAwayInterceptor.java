package jp.tsunagu.engine;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Around the transaction of every command: a database that went away is told as that, not as an error of the program. */
class DatabaseAwayInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            // engine, JPA and the transaction each have their own words for it; all else goes through as it is
            throw DatabaseAwayException.behind(e)
                    .map(RuntimeException.class::cast)
                    .orElse(e);
        }
    }
}
