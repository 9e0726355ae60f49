package jp.tsunagu.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** Who belongs to which group, as far as one act has asked: the rules of a task ask for the same person several times. */
class KnownGroups implements Session {

    private final Map<String, Set<String>> byUser = new HashMap<>();

    Set<String> of(String user, Function<String, Set<String>> read) {
        Set<String> known = byUser.get(user);
        if (known == null) {
            known = read.apply(user);
            byUser.put(user, known);
        }
        return known;
    }

    @Override
    public void flush() {
        // nothing to write
    }

    @Override
    public void close() {
        byUser.clear();
    }

    static class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return KnownGroups.class;
        }

        @Override
        public Session openSession() {
            return new KnownGroups();
        }
    }
}
