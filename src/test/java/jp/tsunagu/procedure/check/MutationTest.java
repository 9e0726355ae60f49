package jp.tsunagu.procedure.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.tsunagu.procedure.PackagedFiles;
import jp.tsunagu.procedure.PackagedForms;
import jp.tsunagu.procedure.ProcedureFiles;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.BpmnModelException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Diagrams changed at random: over what the checks let pass, the engine does not stumble on walks at random. More of them
 * with the environment variables {@code CHECK_MUTATIONS=1000 CHECK_SEED=2}.
 */
class MutationTest {

    private static final int MUTATIONS = Integer.parseInt(System.getenv().getOrDefault("CHECK_MUTATIONS", "24"));
    private static final int SEED = Integer.parseInt(System.getenv().getOrDefault("CHECK_SEED", "1"));
    private static final int WALKS = 8;

    private static final Map<String, String> DIAGRAMS = new LinkedHashMap<>(Map.of(
            "plan-decision", "planDecision",
            "referral", "referral",
            "welfare-office-referral", "welfareOfficeReferral",
            "employment-support", "employmentSupport",
            "person-move", "personMove",
            "lost-contact", "lostContact"));

    private final ProcessEngine engine = Checking.ENGINE;
    private final ProcedureFiles packaged = PackagedFiles.all();

    @BeforeEach
    void fakes() {
        PackagedFiles.fakePorts();
    }

    @Test
    void whateverBreaksIsCaught() {
        Random random = new Random(SEED);
        RandomWalker walker = new RandomWalker(engine, Checking.catalogue(), PackagedForms.byKey(), random);
        List<String> files = DIAGRAMS.keySet().stream().sorted().toList();
        List<String> missed = new ArrayList<>();
        int let = 0;
        for (int number = 0; number < MUTATIONS; number++) {
            String file = "processes/" + files.get(number % files.size()) + ".bpmn";
            Drawing diagram = new Drawing(packaged.content(file).orElseThrow());
            String done = Mutation.of(diagram, random);
            if (Checking.findings(packaged.with(file, diagram.content())).stream()
                    .noneMatch(Finding::blocks)) {
                let++;
                String how = broken(file, diagram, walker);
                if (how != null) {
                    missed.add(file + ": " + done + ": " + how);
                }
            }
        }

        assertThat(missed).isEmpty();
        assertThat(let).as("some break nothing").isBetween(1, MUTATIONS - 1);
    }

    /** That nothing is missed would mean little if the walk could not break. */
    @Test
    void theWalkBreaksWhereADiagramIsBroken() {
        String file = "processes/plan-decision.bpmn";
        Drawing diagram = new Drawing(packaged.content(file).orElseThrow()).removeFlow("checkSplit_methodSplit");
        RandomWalker walker = new RandomWalker(engine, Checking.catalogue(), PackagedForms.byKey(), new Random(SEED));

        assertThat(broken(file, diagram, walker)).isNotNull();
    }

    /** Refused, broken on a walk, or null. */
    private String broken(String file, Drawing diagram, RandomWalker walker) {
        DeploymentBuilder builder = engine.getRepositoryService().createDeployment();
        builder.addInputStream(file, new java.io.ByteArrayInputStream(diagram.content()));
        builder.addClasspathResource("processes/early-closing.bpmn");
        Deployment deployment;
        try {
            deployment = builder.deploy();
        } catch (ProcessEngineException | BpmnModelException e) {
            return "refused: " + e.getMessage();
        }
        try {
            String key = DIAGRAMS.get(file.replaceAll(".*/|\\.bpmn", ""));
            for (int walk = 0; walk < WALKS; walk++) {
                String how = walker.broken(key, diagram);
                if (how != null) {
                    return how;
                }
                engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .rootProcessInstances()
                        .list()
                        .forEach(open -> engine.getRuntimeService().deleteProcessInstance(open.getId(), "next walk"));
            }
            return null;
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        }
    }
}
