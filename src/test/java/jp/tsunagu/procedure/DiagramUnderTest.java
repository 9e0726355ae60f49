package jp.tsunagu.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One small diagram alone on an engine of its own. The clock stands a day before everything falls due, until a test lets time
 * pass. After the last test no node and no sequence flow may be left that none of them came by.
 */
final class DiagramUnderTest implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private final TakenFlows flows = new TakenFlows();
    private final String key;
    private final String resource;
    private final ProcessEngine engine;
    private String deployment;

    DiagramUnderTest(String key, String resource) {
        this.key = key;
        this.resource = resource;
        this.engine = DiagramEngine.start(key, flows);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        ClockUtil.setCurrentTime(Date.from(DiagramEngine.SOME_DAY.minus(1, ChronoUnit.DAYS)));
        AbstractAssertions.init(engine);
        DiagramEngine.fakePorts(() -> "no");
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource(resource)
                .deploy()
                .getId();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        Mocks.reset();
        ClockUtil.reset();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        try {
            assertThat(flows.missed(resource)).isEmpty();
        } finally {
            engine.close();
        }
    }

    /** Where its lines lead, whatever is answered. */
    DiagramPaths paths() {
        return DiagramPaths.of(resource);
    }

    ProcessInstance start() {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(key, "R8-00001", Map.of("caseNumber", "R8-00001", "procedureSet", 1));
    }

    /** The only open task of this step is done without an answer. */
    void done(String step) {
        complete(open(step));
    }

    /** The only open task of this step is done, with the answer that decides the way. */
    void done(String step, String variable, Object answer) {
        complete(open(step), withVariables(variable, answer));
    }

    private Task open(String step) {
        return engine.getTaskService().createTaskQuery().taskDefinitionKey(step).singleResult();
    }

    /** Moves the clock past every date of the diagram and fires what has fallen due; says how many timers that were. */
    int timePasses() {
        ClockUtil.setCurrentTime(Date.from(DiagramEngine.SOME_DAY.plus(1, ChronoUnit.DAYS)));
        List<Job> due = due();
        due.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        return due.size();
    }

    /** What the engine would fire now. */
    List<Job> due() {
        return engine.getManagementService().createJobQuery().executable().list();
    }
}
