package jp.tsunagu.procedure;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 連絡不通（要領 第9条第9号）: every node, every sequence flow, and that nobody is given up on by time alone. */
class LostContactDiagramTest {

    @RegisterExtension
    static final DiagramUnderTest DIAGRAM =
            new DiagramUnderTest("lostContact", "processes/lost-contact.bpmn", "processes/early-closing.bpmn");

    private ProcessInstance search;

    @BeforeEach
    void contactIsLost() {
        search = DIAGRAM.start();
        assertThat(search).isWaitingAtExactly("tryContact");
        Assertions.assertThat(DiagramEngine.asked()).containsExactly("pause");
    }

    private void exhausted() {
        DIAGRAM.done("tryContact", "contactAttempt", "exhausted");
        assertThat(search).isWaitingAtExactly("decideSuspension");
    }

    private void suspended() {
        exhausted();
        DIAGRAM.done("decideSuspension", "suspensionDecision", "suspend");
        assertThat(search).hasPassed("suspendCase").isWaitingAtExactly("suspendedWait");
        Assertions.assertThat(DiagramEngine.asked()).containsExactly("pause", "suspend");
    }

    private void contactIsBack(String... asked) {
        assertThat(search).hasPassed("resumeTargets", "contactRestored").isEnded();
        Assertions.assertThat(DiagramEngine.asked()).containsExactly(asked);
        Assertions.assertThat(DIAGRAM.openTasks()).isEmpty();
        Assertions.assertThat(DIAGRAM.timers()).isEmpty();
    }

    @Test
    void itIsTriedUntilThePersonIsReached() {
        DIAGRAM.done("tryContact", "contactAttempt", "tryAgain");
        assertThat(search).isWaitingAtExactly("tryContact").hasNotPassed("decideSuspension");
        DIAGRAM.done("tryContact", "contactAttempt", "reached");
        contactIsBack("pause", "resume");
    }

    @Test
    void whoComesBackWhileItIsTriedGoesOn() {
        DIAGRAM.message("contactResumed");
        contactIsBack("pause", "resume");
    }

    @Test
    void whoComesBackWhileTheChiefDecidesGoesOn() {
        exhausted();
        DIAGRAM.message("contactResumed");
        contactIsBack("pause", "resume");
    }

    @Test
    void whoComesBackInTheSuspensionGoesOn() {
        suspended();
        DIAGRAM.message("contactResumed");
        contactIsBack("pause", "suspend", "resume");
    }

    @Test
    void whoComesBackWhileTheChiefThinksOfClosingIsNotClosed() {
        suspended();
        DIAGRAM.timePasses();
        DIAGRAM.message("contactResumed");
        contactIsBack("pause", "suspend", "resume");
    }

    @Test
    void theChiefMayHaveItTriedFurther() {
        exhausted();
        DIAGRAM.done("decideSuspension", "suspensionDecision", "keepTrying");
        assertThat(search).isWaitingAtExactly("tryContact").hasNotPassed("suspendCase");
    }

    @Test
    void aLongSuspensionIsBroughtBeforeTheChiefAgainAndAgain() {
        suspended();
        Assertions.assertThat(DIAGRAM.due()).as("not before its day").isEmpty();
        Assertions.assertThat(DIAGRAM.timePasses()).isOne();
        assertThat(search).isWaitingAtExactly("earlyClosing");
        DIAGRAM.done("closeEarly", "closingConfirmed", false);
        assertThat(search).isWaitingAtExactly("suspendedWait").hasNotPassed("lostContactClosed");
        DIAGRAM.fires("suspensionEnds");
        DIAGRAM.done("closeEarly", "closingConfirmed", true);
        assertThat(search)
                .hasPassed("lostContactClosed")
                .hasNotPassed("contactRestored")
                .isEnded();
        Assertions.assertThat(DiagramEngine.asked()).containsExactly("pause", "suspend", "close");
    }

    @Test
    void itEndsWithTheCaseWhereverItStands() {
        DIAGRAM.message("caseEnded");
        assertThat(search).hasPassed("besideEnded").isEnded();
        Assertions.assertThat(DIAGRAM.openTasks()).isEmpty();
    }

    @Test
    void aSuspensionEndsWithTheCase() {
        suspended();
        DIAGRAM.message("caseEnded");
        assertThat(search)
                .hasPassed("besideEnded")
                .hasNotPassed("contactRestored")
                .isEnded();
        Assertions.assertThat(DIAGRAM.timers()).isEmpty();
    }

    @Test
    void thereIsNoEndWithoutContactNorAClosingByTheChiefNorTheEndOfTheCase() {
        DiagramPaths paths = DIAGRAM.paths();
        Assertions.assertThat(paths.endsWithout("resumeTargets", "earlyClosing"))
                .containsExactly("besideEnded");
        Assertions.assertThat(paths.endsWithout("tryContact"))
                .as("the person comes back by themselves")
                .containsExactlyInAnyOrder("contactRestored", "besideEnded");
        Assertions.assertThat(paths.endsWithout("decideSuspension")).doesNotContain("lostContactClosed");
        Assertions.assertThat(paths.endsWithout("suspendCase")).doesNotContain("lostContactClosed");
        Assertions.assertThat(paths.endsWithout("earlyClosing")).doesNotContain("lostContactClosed");
    }
}
