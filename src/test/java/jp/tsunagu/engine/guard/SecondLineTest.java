package jp.tsunagu.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the check at deployment has overlooked ends when it is to run. Both engines here have no such check; on the one as it
 * ships each of these runs, or the test would prove nothing.
 */
class SecondLineTest {

    private static final AllowedParts PARTS =
            new AllowedParts(Set.of("step"), Set.of(), Map.of("part", Set.of("listed")), true);

    private static final Map<Object, Object> BEANS =
            Map.of("part", new Probe(), "step", new Probe(), "other", new Probe());

    private static ProcessEngine asItShips;
    private static ProcessEngine guarded;

    @BeforeAll
    static void start() {
        asItShips = engine("asItShips", false);
        guarded = engine("guarded", true);
    }

    private static ProcessEngine engine(String name, boolean secondLine) {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:" + name);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setEnableCmdExceptionLogging(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setBeans(BEANS);
        if (secondLine) {
            configuration.setExpressionManager(new GuardedExpressions(() -> PARTS, BEANS::get));
            NoScripts.in(configuration);
        }
        return configuration.buildProcessEngine();
    }

    @AfterAll
    static void stop() {
        asItShips.close();
        guarded.close();
    }

    @BeforeEach
    void nothingYet() {
        Probe.RUN.set(0);
    }

    private static void run(ProcessEngine engine, String element) {
        String diagram = """
                <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:camunda='http://camunda.org/schema/1.0/bpmn'
                    xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' targetNamespace='x'>
                  <process id='p' isExecutable='true'><startEvent id='s'/><sequenceFlow id='f' sourceRef='s' targetRef='t'/>%s</process>
                </definitions>""".formatted(element);
        String deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("p.bpmn", diagram)
                .deploy()
                .getId();
        try {
            engine.getRuntimeService().startProcessInstanceByKey("p", "R8-00001");
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<scriptTask id='t' scriptFormat='juel'><script>${other.unlisted()}</script></scriptTask>",
                "<serviceTask id='t' camunda:expression='${other.unlisted()}'/>",
                "<serviceTask id='t' camunda:expression='${part.unlisted()}'/>",
                "<serviceTask id='t' camunda:expression='${part.itself}'/>",
                "<serviceTask id='t' camunda:expression=\"${part['itself']}\"/>",
                "<serviceTask id='t' camunda:expression=\"${part['unlisted']()}\"/>",
                "<serviceTask id='t' camunda:expression=\"${''.getClass().forName('jp.tsunagu.engine.guard.Probe')"
                        + ".newInstance().unlisted()}\"/>",
                "<serviceTask id='t' camunda:expression=\"${execution.getProcessEngineServices().getProcessEngineConfiguration()"
                        + ".getBeans().get('other').unlisted()}\"/>",
                "<serviceTask id='t' camunda:delegateExpression='${other}'/>",
                "<userTask id='t' name='${other.unlisted()}'/>",
                "<userTask id='t'><documentation>${other.unlisted()}</documentation></userTask>",
                "<userTask id='t' camunda:candidateGroups='${other.itself}'/>",
                "<userTask id='t' camunda:dueDate='${other.unlisted()}'/>",
                "<serviceTask id='t' camunda:expression='${true}'><extensionElements><camunda:executionListener event='start'"
                        + " expression='${other.unlisted()}'/></extensionElements></serviceTask>",
                "<serviceTask id='t' camunda:expression='${true}'><extensionElements><camunda:inputOutput><camunda:inputParameter name='x'>"
                        + "<camunda:script scriptFormat='juel'>${other.unlisted()}</camunda:script></camunda:inputParameter>"
                        + "</camunda:inputOutput></extensionElements></serviceTask>",
                "<manualTask id='t'/><sequenceFlow id='g' sourceRef='t' targetRef='e'><conditionExpression"
                        + " xsi:type='tFormalExpression'>${other.unlisted()}</conditionExpression></sequenceFlow><endEvent id='e'/>",
                "<manualTask id='t'/><sequenceFlow id='g' sourceRef='t' targetRef='e'><conditionExpression xsi:type='tFormalExpression'"
                        + " language='juel'>${other.unlisted()}</conditionExpression></sequenceFlow><endEvent id='e'/>"
            })
    void runsAsItShipsAndNotWithTheGuard(String element) {
        try {
            run(asItShips, element);
        } catch (RuntimeException e) {
            // it wanted a date or a text, and asked for it: too late
        }
        assertThat(Probe.RUN).as("as it ships").hasPositiveValue();

        Probe.RUN.set(0);
        assertThatThrownBy(() -> run(guarded, element)).isInstanceOf(ProcessEngineException.class);
        assertThat(Probe.RUN).as("guarded").hasValue(0);
    }

    @Test
    void whatIsOnTheListRuns() {
        run(
                guarded,
                "<serviceTask id='t' camunda:delegateExpression='${step}'><extensionElements><camunda:inputOutput>"
                        + "<camunda:inputParameter name='number'>${execution.processBusinessKey}</camunda:inputParameter>"
                        + "<camunda:inputParameter name='text'>${part.listed()}</camunda:inputParameter>"
                        + "</camunda:inputOutput></extensionElements></serviceTask>");
        assertThat(Probe.RUN).hasValue(1);
        run(
                guarded,
                "<serviceTask id='t' camunda:expression=\"${execution.setVariable('applied', part.listed() == 'listed')}\"/>");
    }
}
