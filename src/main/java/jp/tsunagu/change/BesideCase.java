package jp.tsunagu.change;

import java.util.HashMap;
import java.util.Map;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.Names;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The processes that run beside a case. Each is an instance of its own with the case's number: the procedure itself goes on
 * meanwhile. Named {@code besideCase} in the diagrams.
 */
@Component("besideCase")
public class BesideCase {

    private static final String[] PASSED_ON = {Names.ACT_DATE, "moveKind"};
    private static final String[] CLOSING_FACTS = {"followUpNeeded", "nextFollowUpDate", Names.ACT_DATE};

    private final CaseInstances instances;

    BesideCase(CaseInstances instances) {
        this.instances = instances;
    }

    /** Begins one; a second of the same kind is not begun while the first is under way. */
    public void start(DelegateExecution execution, String process) {
        String caseNumber = (String) execution.getVariable(Names.CASE_NUMBER);
        if (!CaseEvent.isOnlyProcess(process) || !instances.isRunning(process, caseNumber)) {
            instances.start(
                    process,
                    caseNumber,
                    (Integer) execution.getVariable(Names.PROCEDURE_SET),
                    main(execution),
                    facts(execution, PASSED_ON));
        }
    }

    /** Passes a message on to those that wait for it. */
    public void pass(DelegateExecution execution, String message) {
        String caseNumber = (String) execution.getVariable(Names.CASE_NUMBER);
        instances.running("lostContact", caseNumber).forEach(instance -> instances.report(message, instance, Map.of()));
    }

    /** 主任 has decided to close: the procedure is interrupted, and only follow-up is left. */
    public void close(DelegateExecution execution) {
        instances.report("finalClosing", main(execution), facts(execution, CLOSING_FACTS));
    }

    /** The instance that carries the case: known to every process beside it; the main process is it. */
    private static String main(DelegateExecution execution) {
        Object waiting = execution.getVariable(Names.WAITING_INSTANCE);
        return waiting == null ? execution.getProcessInstanceId() : (String) waiting;
    }

    private static Map<String, Object> facts(DelegateExecution execution, String... names) {
        Map<String, Object> facts = new HashMap<>();
        for (String name : names) {
            if (execution.getVariable(name) != null) {
                facts.put(name, execution.getVariable(name));
            }
        }
        return facts;
    }
}
