package jp.tsunagu.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;

import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One diagram alone on an engine of its own, with those it calls beside it. The clock stands a day before everything falls due,
 * until a test lets time pass. After the last test no node and no sequence flow may be left that none of them came by.
 */
final class DiagramUnderTest implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final AtomicInteger ENGINES = new AtomicInteger();

    private final TakenFlows flows = new TakenFlows();
    private final String key;
    private final Predicate<FlowElement> covered;
    private final String resource;
    private final String[] beside;
    private final ProcessEngine engine;
    private String deployment;
    private String welfareIntent;
    private ProcessInstance started;

    DiagramUnderTest(String key, String resource, String... beside) {
        this(key, element -> true, resource, beside);
    }

    /** @param covered the part of the diagram that this test has to walk completely; another test walks the rest */
    DiagramUnderTest(String key, Predicate<FlowElement> covered, String resource, String... beside) {
        this.key = key;
        this.covered = covered;
        this.resource = resource;
        this.beside = beside;
        this.engine = DiagramEngine.start(key + ENGINES.incrementAndGet(), flows);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        ClockUtil.setCurrentTime(Date.from(DiagramEngine.SOME_DAY.minus(1, ChronoUnit.DAYS)));
        AbstractAssertions.init(engine);
        welfareIntent = "no";
        DiagramEngine.fakePorts(() -> welfareIntent);
        DeploymentBuilder all = engine.getRepositoryService().createDeployment().addClasspathResource(resource);
        Stream.of(beside).forEach(all::addClasspathResource);
        deployment = all.deploy().getId();
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
            assertThat(flows.missed(resource, covered)).isEmpty();
        } finally {
            engine.close();
        }
    }

    /** Where its lines lead, whatever is answered. */
    DiagramPaths paths() {
        return DiagramPaths.of(resource);
    }

    ProcessInstance start() {
        return start(Map.of());
    }

    /** Begins with what is known already beside the case and its procedure. */
    ProcessInstance start(Map<String, Object> known) {
        Map<String, Object> variables = new HashMap<>(Map.of("caseNumber", "R8-00001", "procedureSet", 1));
        variables.putAll(known);
        started = engine.getRuntimeService().startProcessInstanceByKey(key, "R8-00001", variables);
        return started;
    }

    /** From now on the person says this about 生活保護. */
    void welfareIntent(String answer) {
        welfareIntent = answer;
    }

    /** The only open task of this step is done, with the answers that decide the way: name, value, name, value … */
    void done(String step, Object... namesAndValues) {
        Map<String, Object> answers = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            answers.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        complete(open(step), answers);
    }

    private Task open(String step) {
        return engine.getTaskService().createTaskQuery().taskDefinitionKey(step).singleResult();
    }

    /** The message reaches whatever waits for it in the instance that was started, and something does. */
    void message(String name) {
        message(name, Map.of());
    }

    void message(String name, Map<String, Object> with) {
        assertThat(engine.getRuntimeService()
                        .createMessageCorrelation(name)
                        .processInstanceId(started.getId())
                        .setVariables(with)
                        .correlateAllWithResult())
                .as(name)
                .isNotEmpty();
    }

    /** Whether the instance that was started waits for this message. */
    boolean listensTo(String message) {
        return engine.getRuntimeService()
                        .createEventSubscriptionQuery()
                        .processInstanceId(started.getId())
                        .eventName(message)
                        .count()
                > 0;
    }

    /** Steps of people that are open now, those of called diagrams too. */
    List<Task> openTasks() {
        return engine.getTaskService().createTaskQuery().list();
    }

    /** The only timer of this event fires. */
    void fires(String timer) {
        Job job =
                engine.getManagementService().createJobQuery().activityId(timer).singleResult();
        engine.getManagementService().executeJob(job.getId());
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

    /** Every timer that is set, due or not. */
    List<Job> timers() {
        return engine.getManagementService().createJobQuery().list();
    }
}
