package jp.tsunagu.engine.guard;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Counts what gets as far as running: as a class that a diagram names, as a bean, or through an expression. */
public class Probe implements JavaDelegate {

    static final AtomicInteger RUN = new AtomicInteger();

    @Override
    public void execute(DelegateExecution execution) {
        RUN.incrementAndGet();
    }

    public String listed() {
        return "listed";
    }

    public boolean unlisted() {
        RUN.incrementAndGet();
        return true;
    }

    public Probe getItself() {
        RUN.incrementAndGet();
        return this;
    }
}
