package jp.tsunagu.procedure.scenario;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.engine.Names;
import jp.tsunagu.engine.OpenToProcedures;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The processes beside a case, as real diagrams of the same procedure. Named {@code besideCase} in the diagrams. */
@OpenToProcedures({"start", "pass", "close"})
public final class TrialBeside {

    /** A case has these once at a time. */
    private static final Set<String> ONE_AT_A_TIME =
            Set.of("lostContact", "personMove", "consentWithdrawal", "applicationWithdrawal", "welfareStart");

    private final TrialStage stage;

    TrialBeside(TrialStage stage) {
        this.stage = stage;
    }

    public void start(DelegateExecution execution, String process) {
        if (!ONE_AT_A_TIME.contains(process) || !stage.isRunning(process)) {
            stage.start(process, main(execution), facts(execution, Names.ACT_DATE, "moveKind"));
        }
    }

    public void pass(DelegateExecution execution, String message) {
        stage.present().asked.add("besideCase.pass");
        stage.engine().running().forEach((instance, process) -> {
            if (process.equals("lostContact")) {
                stage.engine().report(message, instance, Map.of());
            }
        });
    }

    public void close(DelegateExecution execution) {
        stage.present().asked.add("besideCase.close");
        stage.engine()
                .report(
                        "finalClosing",
                        main(execution),
                        facts(execution, "followUpNeeded", "nextFollowUpDate", Names.ACT_DATE));
    }

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
