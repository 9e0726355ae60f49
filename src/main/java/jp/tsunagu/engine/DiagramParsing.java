package jp.tsunagu.engine;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What the engine itself says of a diagram or a table, found by its own parser with all our listeners, without deploying
 * anything. The caller has made sure that the XML is harmless.
 */
@Component
public class DiagramParsing {

    private final ProcessEngine engine;

    /**
     * Something the engine's parser says.
     *
     * @param refused whether it would refuse the file for it; otherwise it only warns
     * @param element id of the element, or null if it names none
     * @param line of the file, from 1; 0 if it names none
     * @param message in the engine's own English words
     */
    public record Problem(boolean refused, String element, int line, String message) {}

    public DiagramParsing(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /** What it says of a diagram; empty if it takes it without a word. */
    public List<Problem> ofDiagram(String name, byte[] xml) {
        Context.setProcessEngineConfiguration(settings());
        try {
            parser().createParse()
                    .deployment(new DeploymentEntity())
                    .name(name)
                    .sourceInputStream(new ByteArrayInputStream(xml))
                    .execute();
            return List.of();
        } catch (ParseException refused) {
            return problems(refused);
        } catch (RuntimeException | StackOverflowError choked) {
            // the parser has more ways to choke on a half-drawn diagram than it has exceptions of its own
            return List.of(new Problem(true, null, 0, String.valueOf(choked.getMessage())));
        } finally {
            Context.removeProcessEngineConfiguration();
        }
    }

    /** What it says of a decision table; empty if it takes it. */
    public List<Problem> ofTable(byte[] xml) {
        Context.setProcessEngineConfiguration(settings());
        try {
            List<DmnDecision> decisions = settings().getDmnEngine().parseDecisions(new ByteArrayInputStream(xml));
            return decisions.isEmpty() ? List.of(new Problem(true, null, 0, "no decision")) : List.of();
        } catch (RuntimeException | StackOverflowError choked) {
            // the same for tables: whatever it is, the table could not be published
            return List.of(new Problem(true, null, 0, String.valueOf(choked.getMessage())));
        } finally {
            Context.removeProcessEngineConfiguration();
        }
    }

    private static List<Problem> problems(ParseException refused) {
        List<Problem> problems = new ArrayList<>();
        for (ResourceReport report : refused.getResorceReports()) {
            report.getErrors().forEach(error -> problems.add(problem(true, error)));
            report.getWarnings().forEach(warning -> problems.add(problem(false, warning)));
        }
        return problems.isEmpty() ? List.of(new Problem(true, null, 0, refused.getMessage())) : problems;
    }

    private static Problem problem(boolean refused, org.camunda.bpm.engine.Problem said) {
        return new Problem(refused, said.getMainElementId(), said.getLine(), said.getMessage());
    }

    private BpmnParser parser() {
        return settings().getDeployers().stream()
                .filter(BpmnDeployer.class::isInstance)
                .map(BpmnDeployer.class::cast)
                .findFirst()
                .orElseThrow()
                .getBpmnParser();
    }

    private ProcessEngineConfigurationImpl settings() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
