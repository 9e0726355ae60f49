package jp.tsunagu.procedure;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.bpm.engine.test.mock.Mocks;

/** A plain engine on H2 for the diagrams alone: every port of the diagrams is a fake, nothing of the case file is there. */
final class DiagramEngine {

    /** Every date of every diagram. */
    static final Instant SOME_DAY = Instant.parse("2026-12-24T00:00:00Z");

    /** What is found when somebody looks whether the ward is silent. */
    static final AtomicReference<String> WARD_SILENCE = new AtomicReference<>("silent");

    private DiagramEngine() {}

    /** An engine with a database of its own; what is taken in it is recorded. */
    static ProcessEngine start(String name, TakenFlows flows) {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        configuration.setProcessEngineName(name);
        configuration.setHistory("full");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setJobExecutorActivate(false);
        // what a test wants refused needs no stack trace
        configuration.setEnableCmdExceptionLogging(false);
        configuration.setCustomPostBPMNParseListeners(new java.util.ArrayList<>(List.of(flows)));
        return configuration.buildProcessEngine();
    }

    /** What was asked of the program for what runs beside the diagram, in order. */
    static List<String> asked() {
        return ((AskedPort) Mocks.get("besideCase")).asked();
    }

    /** Puts fakes in place of all beans the diagrams name. */
    static void fakePorts(Supplier<String> welfareIntent) {
        Mocks.register("deadlines", new FakeDeadlines());
        Mocks.register("approvers", new FakeApprovers());
        Mocks.register("caseFacts", new FakeFacts(welfareIntent));
        for (String delegate : List.of(
                "startEmergencySupport",
                "startWelfareOfficeReferral",
                "startReferral",
                "escalateHandover",
                "reportWelfareOutcome",
                "reportReferralReply",
                "startDeputyReview",
                "recordPlanDecision",
                "notifySupportDecision",
                "distributeDecidedPlan",
                "notifyRejection")) {
            Mocks.register(delegate, (JavaDelegate) execution -> {});
        }
        WARD_SILENCE.set("silent");
        Mocks.register("reportWardSilence", (JavaDelegate) execution -> {
            execution.setVariable("wardSilence", WARD_SILENCE.get());
            execution.setVariable("wardSilenceAgain", Date.from(SOME_DAY));
        });
        Mocks.register("mainProcessEnd", (ExecutionListener) execution -> {});
        AskedPort beside = new AskedPort();
        Mocks.register("besideCase", beside);
        Mocks.register("waitingCase", beside);
    }

    /** What the program knows of a case from its start. */
    static Map<String, Object> initial(Map<String, Object> more) {
        Map<String, Object> variables = new java.util.HashMap<>(Map.of(
                "caseNumber", "R8-00001",
                "procedureSet", 1,
                "applied", false,
                "employmentWished", false,
                "employmentAssessed", false,
                "employmentSupportNow", false,
                "employmentSupportNeeded", false,
                "employmentSupportRunning", false,
                "urgent", false,
                "contactMade", true));
        variables.putAll(more);
        return variables;
    }

    /** Every date is the same day: diagrams are about order, not about days. */
    public static class FakeDeadlines {

        public Date due(DelegateExecution execution) {
            return Date.from(SOME_DAY);
        }

        public Date until(VariableScope execution, String step) {
            return Date.from(SOME_DAY);
        }

        public Date promisedOr(VariableScope execution, String step) {
            return Date.from(SOME_DAY);
        }

        public Date escalation(VariableScope execution, String step) {
            return Date.from(SOME_DAY);
        }

        public Date review(VariableScope execution, String step) {
            return Date.from(SOME_DAY);
        }

        public Date evaluationPreparation(VariableScope execution) {
            return Date.from(SOME_DAY);
        }

        public Date followUp(VariableScope execution) {
            return Date.from(SOME_DAY);
        }
    }

    /** One group for every step. */
    public static class FakeApprovers {

        public List<String> groups(DelegateExecution execution) {
            return List.of("deciders");
        }
    }

    /** A person whose only known fact is what they say about 生活保護. */
    public static class FakeFacts {

        private final Supplier<String> welfareIntent;

        FakeFacts(Supplier<String> welfareIntent) {
            this.welfareIntent = welfareIntent;
        }

        public String text(String caseNumber, String field) {
            return field.equals("welfareIntent") ? welfareIntent.get() : null;
        }

        public Object number(String caseNumber, String field) {
            return null;
        }

        public boolean openWelfareReferral(String caseNumber) {
            return false;
        }
    }
}
