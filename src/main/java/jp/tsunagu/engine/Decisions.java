package jp.tsunagu.engine;

import java.util.List;
import java.util.Map;
import jp.tsunagu.engine.ProcedureSets.Part;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks a decision table of a procedure set. The engine keeps no record of the inputs: they are facts about a person. */
@Component
public class Decisions {

    private final ProcessEngine engine;
    private final InternalActs acts;
    private final ProcedureSets sets;

    Decisions(@Lazy ProcessEngine engine, InternalActs acts, ProcedureSets sets) {
        this.engine = engine;
        this.acts = acts;
        this.sets = sets;
    }

    /** All rows that apply, each as output name → value; empty if none does. */
    public List<Map<String, Object>> rows(int procedureSet, String table, Map<String, Object> inputs) {
        return acts.perform(
                "判定表 " + table,
                () -> engine.getDecisionService()
                        .evaluateDecisionByKey(table)
                        .version(sets.version(procedureSet, Part.DECISION, table))
                        .variables(inputs)
                        .evaluate()
                        .getResultList());
    }
}
