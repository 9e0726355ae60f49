package jp.tsunagu.procedure;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The ports through which a diagram reaches what runs beside it: nothing happens, but what was asked for is remembered. */
public final class AskedPort {

    private final List<String> asked = new ArrayList<>();

    public void start(DelegateExecution execution, String key) {
        asked.add("start " + key);
    }

    public void pass(DelegateExecution execution, String message) {
        asked.add("pass " + message);
    }

    public void close(DelegateExecution execution) {
        asked.add("close");
    }

    public void pause(DelegateExecution execution) {
        asked.add("pause");
    }

    public void resume(DelegateExecution execution) {
        asked.add("resume");
    }

    public void suspend(DelegateExecution execution) {
        asked.add("suspend");
    }

    /** In the order of the asking. */
    List<String> asked() {
        return List.copyOf(asked);
    }
}
