package jp.tsunagu.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can happen at any time (要領 第9条): only death and the final closing stop what is under way, wherever the case stands. */
class AtAnyTimeDiagramTest {

    @RegisterExtension
    static final DiagramUnderTest DIAGRAM =
            new DiagramUnderTest("selfRelianceSupport", TakenFlows::atAnyTime, MainCase.MAIN, MainCase.CALLED);

    /** Message → the step it leads to and what that step asks for. */
    private static final Map<String, List<String>> BESIDE = Map.of(
            "emergencyNeeded", List.of("startEmergencySupportAtAnyTime"),
            "welfareNeeded", List.of("startWelfareOfficeReferralAtAnyTime"),
            "contactLost", List.of("startLostContact", "start lostContact"),
            "contactResumed", List.of("passContactResumed", "pass contactResumed"),
            "personMoved", List.of("startPersonMove", "start personMove"),
            "complaintReceived", List.of("startComplaint", "start complaint"),
            "consentWithdrawn", List.of("startConsentWithdrawal", "start consentWithdrawal"),
            "applicationWithdrawn", List.of("startApplicationWithdrawal", "start applicationWithdrawal"),
            "welfareStarted", List.of("startWelfareStart", "start welfareStart"),
            "workerChanged", List.of("startWorkerChange", "start workerChange"));

    private final MainCase main = new MainCase(DIAGRAM);

    /** From the first visit to the follow-up after closing. */
    static Stream<Named<Consumer<MainCase>>> places() {
        return Stream.of(
                Named.of("visits", MainCase::toOutreach),
                Named.of("screening", MainCase::toScreening),
                Named.of("suspended", MainCase::toSuspension),
                Named.of("the ward decides", MainCase::toDecision),
                Named.of("support", here -> here.toSupport(true)),
                Named.of("evaluation", MainCase::toEvaluation),
                Named.of("follow-up", MainCase::toFollowUp));
    }

    private static List<String> openWork() {
        return Stream.concat(
                        DIAGRAM.openTasks().stream().map(Task::getId),
                        DIAGRAM.timers().stream().map(Job::getId))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatHappensBesideTheCaseStopsNothing(Consumer<MainCase> place) {
        place.accept(main);
        List<String> before = openWork();
        assertThat(before).isNotEmpty();
        BESIDE.forEach((message, leadsTo) -> {
            if (message.equals("contactResumed") && isSuspended()) {
                return; // it ends the suspension: SelfRelianceSupportDiagramTest
            }
            int asked = DiagramEngine.asked().size();
            DIAGRAM.message(message);
            main.is().hasPassed(leadsTo.get(0)).isNotEnded();
            assertThat(DiagramEngine.asked().stream().skip(asked))
                    .as(message)
                    .isEqualTo(leadsTo.subList(1, leadsTo.size()));
            assertThat(openWork()).as("left as it was by %s", message).isEqualTo(before);
        });
    }

    private boolean isSuspended() {
        return runtimeService().getActiveActivityIds(main.instance().getId()).contains("suspended");
    }

    @Test
    void whatHappensTwiceIsHeardTwice() {
        main.toScreening();
        DIAGRAM.message("complaintReceived");
        DIAGRAM.message("complaintReceived");
        assertThat(DiagramEngine.asked()).containsExactly("start complaint", "start complaint");
    }

    @ParameterizedTest
    @MethodSource("places")
    void deathStopsEverythingAndLeavesWhatIsToBeSettled(Consumer<MainCase> place) {
        place.accept(main);
        DIAGRAM.message("personDied");
        main.is().isWaitingAtExactly("deathAtAnyTime", "settleAfterDeath");
        assertThat(DIAGRAM.openTasks()).extracting(Task::getTaskDefinitionKey).containsExactly("settleAfterDeath");
        assertThat(DIAGRAM.timers()).isEmpty();
        DIAGRAM.done("settleAfterDeath");
        main.is().hasPassed("deathAtAnyTimeDone").isEnded();
    }

    @ParameterizedTest
    @MethodSource("places")
    void theFinalClosingStopsEverythingAndLeavesTheFollowUps(Consumer<MainCase> place) {
        place.accept(main);
        DIAGRAM.message("finalClosing", Map.of("followUpNeeded", true));
        main.is().isWaitingAtExactly("finalClosing", "finalFollowUpDue");
        assertThat(DIAGRAM.openTasks()).isEmpty();
        DIAGRAM.fires("finalFollowUpDue");
        DIAGRAM.done("followUpAfterClosing", "followUpNeeded", true);
        main.is().isWaitingAtExactly("finalClosing", "finalFollowUpDue");
        DIAGRAM.fires("finalFollowUpDue");
        DIAGRAM.done("followUpAfterClosing", "followUpNeeded", false);
        main.is().hasPassed("finalFollowUpDone").isEnded();
    }

    @ParameterizedTest
    @MethodSource("places")
    void aFinalClosingWithoutFollowUpIsTheEnd(Consumer<MainCase> place) {
        place.accept(main);
        DIAGRAM.message("finalClosing", Map.of("followUpNeeded", false));
        main.is().hasPassed("closedWithoutFollowUp").isEnded();
        assertThat(openWork()).isEmpty();
    }

    /** What was closed early is followed up, and whoever is followed up can be in need, complain or die like before. */
    @Test
    void theFollowUpsAfterAFinalClosingHearWhatStillCanHappen() {
        main.toScreening();
        DIAGRAM.message("finalClosing", Map.of("followUpNeeded", true));
        List<String> before = openWork();
        Map<String, String> started = Map.of(
                "emergencyNeeded", "startEmergencySupportAfterClosing",
                "welfareNeeded", "startWelfareOfficeReferralAfterClosing",
                "complaintReceived", "startComplaintAfterClosing",
                "consentWithdrawn", "startConsentWithdrawalAfterClosing",
                "workerChanged", "startWorkerChangeAfterClosing");
        started.forEach((message, step) -> {
            DIAGRAM.message(message);
            main.is().hasPassed(step).isNotEnded();
        });
        assertThat(openWork()).isEqualTo(before);
        assertThat(Stream.of("contactLost", "personMoved", "applicationWithdrawn", "finalClosing"))
                .noneMatch(DIAGRAM::listensTo);
        DIAGRAM.message("personDied");
        main.is().hasPassed("deathAfterClosingDone").isEnded();
        assertThat(openWork()).isEmpty();
    }

    @Test
    void afterADeathNothingIsStartedAnyMore() {
        main.toScreening();
        DIAGRAM.message("personDied");
        assertThat(Stream.concat(BESIDE.keySet().stream(), Stream.of("personDied", "finalClosing")))
                .noneMatch(DIAGRAM::listensTo);
        main.is().isWaitingAtExactly("deathAtAnyTime", "settleAfterDeath");
    }
}
