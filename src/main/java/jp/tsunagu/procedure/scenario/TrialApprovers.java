package jp.tsunagu.procedure.scenario;

import java.util.List;
import java.util.Map;
import jp.tsunagu.engine.OpenToProcedures;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Who approves and decides, by the procedure's own table. Named {@code approvers} in the diagrams. */
@OpenToProcedures("groups")
public final class TrialApprovers {

    private final TrialStage stage;

    TrialApprovers(TrialStage stage) {
        this.stage = stage;
    }

    /** The fact {@code deciderAway} is told; nobody is away if it is not. */
    public List<String> groups(DelegateExecution execution) {
        boolean away = stage.present().known.path("deciderAway").asBoolean();
        String groups = (String) stage.first(
                "approver",
                "groups",
                Map.of(
                        "municipality",
                        stage.municipality(),
                        "step",
                        execution.getCurrentActivityId(),
                        "deciderAway",
                        away));
        return List.of(groups.split("\\s*,\\s*"));
    }
}
