package jp.tsunagu.work;

import java.util.Map;
import java.util.Optional;
import jp.tsunagu.engine.Decisions;
import jp.tsunagu.engine.Names;
import jp.tsunagu.municipality.Settings;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Decision table {@code stepTarget}: asked with the municipality and the step and nothing else, by every task that begins. */
@Component
class StepTargets {

    private final TargetTable table;

    @Autowired
    StepTargets(Decisions decisions, Settings settings) {
        this((set, step) ->
                decisions.rows(set, "stepTarget", Map.of("municipality", settings.municipality(), "step", step)));
    }

    StepTargets(TargetTable table) {
        this.table = table;
    }

    /**
     * The row of a step.
     *
     * @throws IllegalStateException if the table has none
     */
    StepTarget of(VariableScope scope, String step) {
        return find(scope, step)
                .orElseThrow(() -> new IllegalStateException("判定表 stepTarget に " + step + " の行がありません。"));
    }

    /** What cannot wait for tomorrow has rows of its own; a step without one has the same for all. */
    Optional<StepTarget> find(VariableScope scope, String step) {
        int set = (Integer) scope.getVariable(Names.PROCEDURE_SET);
        Optional<StepTarget> urgent =
                Boolean.TRUE.equals(scope.getVariable("sameDay")) ? ask(set, step + "SameDay") : Optional.empty();
        return urgent.or(() -> ask(set, step));
    }

    /** The row of a step in this procedure set, outside of any process. */
    Optional<StepTarget> ask(int procedureSet, String step) {
        return table.rows(procedureSet, step).stream().findFirst().map(StepTarget::of);
    }
}
