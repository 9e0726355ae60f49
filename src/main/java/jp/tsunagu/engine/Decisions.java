package jp.tsunagu.engine;

import java.util.List;
import java.util.Map;
import jp.tsunagu.engine.ProcedureSets.Part;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks a decision table of a procedure set. The engine keeps no record of the inputs: they are facts about a person. */
@Component
public class Decisions {

    private final ProcessEngine engine;
    private final InternalActs acts;
    private final ProcedureSets sets;
    private final FixedTables fixed = new FixedTables();

    Decisions(@Lazy ProcessEngine engine, InternalActs acts, ProcedureSets sets) {
        this.engine = engine;
        this.acts = acts;
        this.sets = sets;
    }

    /** All rows that apply, each as output name → value; empty if none does. */
    public List<Map<String, Object>> rows(int procedureSet, String table, Map<String, Object> inputs) {
        int version = sets.version(procedureSet, Part.DECISION, table);
        return fixed.rows(
                table + ":" + version,
                inputs,
                () -> read(table, version),
                () -> acts.perform(
                        "判定表 " + table,
                        () -> engine.getDecisionService()
                                .evaluateDecisionByKey(table)
                                .version(version)
                                .variables(inputs)
                                .evaluate()
                                .getResultList()));
    }

    private DmnModelInstance read(String table, int version) {
        return acts.perform("判定表 " + table, () -> {
            String id = engine.getRepositoryService()
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(table)
                    .decisionDefinitionVersion(version)
                    .withoutTenantId()
                    .singleResult()
                    .getId();
            return engine.getRepositoryService().getDmnModelInstance(id);
        });
    }
}
