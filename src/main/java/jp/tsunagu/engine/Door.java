package jp.tsunagu.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * Open for the length of one engine command once the form door, or a named internal use case, has opened it. Whatever
 * moves a case while it is shut is a side door and refused.
 */
class Door implements Session {

    private boolean open;

    /** Opens the door for what this act does; afterwards it is as it was before. */
    static <T> T opened(CommandContext command, Supplier<T> act) {
        Door door = command.getSession(Door.class);
        boolean before = door.open;
        door.open = true;
        try {
            return act.get();
        } finally {
            door.open = before;
        }
    }

    static boolean isOpen() {
        CommandContext command = Context.getCommandContext();
        return command != null && command.getSession(Door.class).open;
    }

    @Override
    public void flush() {
        // nothing to write: the door is a fact about this command only
    }

    @Override
    public void close() {
        open = false;
    }

    static class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return Door.class;
        }

        @Override
        public Session openSession() {
            return new Door();
        }
    }
}
