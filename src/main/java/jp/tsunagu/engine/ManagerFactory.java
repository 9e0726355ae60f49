package jp.tsunagu.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * Puts one of ours in the place of what the engine asks its database by.
 *
 * @param type the engine's own class
 */
record ManagerFactory(Class<? extends Session> type, Supplier<? extends Session> ours) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return type;
    }

    @Override
    public Session openSession() {
        return ours.get();
    }
}
