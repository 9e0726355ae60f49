package jp.tsunagu.procedure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 転居・転出（要領 第9条第5号・第9号）: every node, every sequence flow, and that nobody who moves out is let go unreceived. */
class PersonMoveDiagramTest {

    @RegisterExtension
    static final DiagramUnderTest DIAGRAM =
            new DiagramUnderTest("personMove", "processes/person-move.bpmn", "processes/early-closing.bpmn");

    private ProcessInstance moved(String moveKind) {
        return DIAGRAM.start(Map.of("moveKind", moveKind));
    }

    @Test
    void insideTheWardOnlyTheAddressChanges() {
        assertThat(moved("insideWard"))
                .hasPassed("addressChanged")
                .hasNotPassed("handOverToNewMunicipality", "startSearch")
                .isEnded();
        Assertions.assertThat(DiagramEngine.asked()).isEmpty();
    }

    @Test
    void whoCannotBeFoundIsSearchedFor() {
        assertThat(moved("unknown")).hasPassed("startSearch", "searchStarted").isEnded();
        Assertions.assertThat(DiagramEngine.asked()).containsExactly("start lostContact");
    }

    @Test
    void theNewMunicipalityIsAskedUntilItHasReceived() {
        ProcessInstance move = moved("outsideWard");
        assertThat(move).isWaitingAtExactly("handOverToNewMunicipality");
        DIAGRAM.done("handOverToNewMunicipality", "transferWanted", true);
        assertThat(move).isWaitingAtExactly("confirmTransferReceipt");
        DIAGRAM.done("confirmTransferReceipt", "transferReply", "noReply");
        assertThat(move).isWaitingAtExactly("confirmTransferReceipt").hasNotPassed("earlyClosing");
        DIAGRAM.done("confirmTransferReceipt", "transferReply", "received");
        assertThat(move).isWaitingAtExactly("earlyClosing");
        DIAGRAM.done("closeEarly", "closingConfirmed", true);
        assertThat(move).hasPassed("moveHandled").isEnded();
        Assertions.assertThat(DiagramEngine.asked()).containsExactly("close");
    }

    @Test
    void whoDoesNotWantToBeHandedOverIsAlsoDecidedOnByTheChief() {
        ProcessInstance move = moved("outsideWard");
        DIAGRAM.done("handOverToNewMunicipality", "transferWanted", false);
        assertThat(move).isWaitingAtExactly("earlyClosing").hasNotPassed("confirmTransferReceipt");
        DIAGRAM.done("closeEarly", "closingConfirmed", false);
        assertThat(move).hasPassed("moveHandled").isEnded();
        Assertions.assertThat(DiagramEngine.asked()).as("nothing was closed").isEmpty();
    }

    @Test
    void whetherThePersonWantsItIsAlwaysAsked() {
        ProcessInstance move = moved("outsideWard");
        assertThatThrownBy(() -> DIAGRAM.done("handOverToNewMunicipality")).isInstanceOf(ProcessEngineException.class);
        assertThat(move).isWaitingAtExactly("handOverToNewMunicipality");
    }

    @Test
    void itEndsWithTheCase() {
        ProcessInstance move = moved("outsideWard");
        DIAGRAM.message("caseEnded");
        assertThat(move).hasPassed("besideEnded").hasNotPassed("moveHandled").isEnded();
    }

    @Test
    void whoMovesOutIsAskedReceivedOrRefusesAndThenClosedByTheChief() {
        DiagramPaths paths = DIAGRAM.paths();
        Assertions.assertThat(paths.endsWithout("handOverToNewMunicipality"))
                .containsExactlyInAnyOrder("addressChanged", "searchStarted", "besideEnded");
        Assertions.assertThat(paths.endsWithout("earlyClosing"))
                .containsExactlyInAnyOrder("addressChanged", "searchStarted", "besideEnded");
        Assertions.assertThat(paths.endsWithout("startSearch")).doesNotContain("searchStarted");
    }
}
