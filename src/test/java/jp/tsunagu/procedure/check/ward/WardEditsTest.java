package jp.tsunagu.procedure.check.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.tsunagu.procedure.PackagedForms;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an administrator may do wrong with the packaged procedure is found at its place; what they may well do is let pass. */
class WardEditsTest {

    private static final String MAIN = "processes/self-reliance-support.bpmn";
    private static final String DECISION = "processes/plan-decision.bpmn";
    private static final String COMPLAINT = "processes/complaint.bpmn";
    private static final String TARGETS = "processes/step-target.dmn";
    private static final String TRIAGE = "forms/03-decide-triage.form";
    private static final String SCREENING = "forms/08-confirm-screening.form";

    private static final ProcedureFiles PACKAGED = PackagedForms.procedure();

    /** In a file, text becomes other text; without a new text the file goes. */
    record Edit(String file, String old, String now) {

        ProcedureFiles made() {
            if (now == null) {
                return PACKAGED.without(file);
            }
            String text = new String(PACKAGED.content(file).orElseThrow(), StandardCharsets.UTF_8);
            assertThat(text).contains(old);
            int at = text.indexOf(old);
            String edited = text.substring(0, at) + now + text.substring(at + old.length());
            return PACKAGED.with(file, edited.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A wrong edit, the rule that finds it and the element it is found at. */
    record Wrong(Edit edit, String rule, String element) {}

    static List<Wrong> wrong() {
        return List.of(
                wrong(DECISION, " camunda:candidateGroups=\"ward-officer\"", "", "user-task-complete", "checkPlan"),
                wrong(DECISION, "=\"ward-officer\"", "=\"ward-offcier\"", "role-known", "checkPlan"),
                wrong(DECISION, "=\"ward-officer\"", "=\"auditor\"", "role-known", "checkPlan"),
                wrong(DECISION, "formRef=\"checkPlan\"", "formRef=\"checkPlans\"", "form-exists", "checkPlan"),
                wrong("forms/15-check-plan.form", "", null, "form-exists", "checkPlan"),
                wrong("forms/90-emergency-needed.form", "", null, "parts-of-the-program", "emergencyNeeded"),
                wrong("processes/approver.dmn", "", null, "parts-of-the-program", "approver"),
                wrong("processes/welfare-need.dmn", "", null, "reference-exists", "assessWelfareNeed"),
                wrong(
                        DECISION,
                        "planCheck == 'unsuitable'",
                        "planCheck == 'unfit'",
                        "variables-listed",
                        "checkSplit_writeRejectionReason"),
                wrong(
                        DECISION,
                        "planCheck == 'unsuitable'",
                        "planChek == 'unsuitable'",
                        "variables-listed",
                        "checkSplit_writeRejectionReason"),
                wrong(
                        SCREENING,
                        "\"key\": \"screeningConfirmation\"",
                        "\"key\": \"confirmation\"",
                        "deciding-field-asked",
                        null),
                wrong(
                        TRIAGE,
                        "\"value\": \"referOther\"",
                        "\"value\": \"refer\"",
                        "form-choices-listed",
                        "triageResult"),
                wrong(
                        SCREENING,
                        "\"key\": \"confirmedOn\"",
                        "\"key\": \"screeningConfirmationNote\"",
                        "form-keys-unique",
                        "screeningConfirmationNote"),
                wrong(TARGETS, "\"checkPlan\"", "\"checkPlans\"", "step-target-row", "checkPlan"),
                wrong(
                        DECISION,
                        "MK-10-1</bpmn:documentation>\n      <bpmn:incoming>planSubmitted_checkPlan",
                        "MK-10-9</bpmn:documentation>\n      <bpmn:incoming>planSubmitted_checkPlan",
                        "clause-exists",
                        "checkPlan"),
                wrong(DECISION, "name=\"適切か（担当の案）\"", "", "exits-named", "checkSplit"),
                wrong(DECISION, " default=\"checkSplit_methodSplit\"", "", "exits-named", "checkSplit_methodSplit"),
                wrong(
                        DECISION,
                        "<bpmn:linkEventDefinition id=\"toCheckCatchEvent\" name=\"区の確認へ\" />",
                        "<bpmn:linkEventDefinition id=\"toCheckCatchEvent\" name=\"確認へ\" />",
                        "links-paired",
                        "approvalToCheck"),
                wrong(DECISION, "${notifyRejection}", "${notifyEverybody}", "known-parts", "notifyRejection"),
                wrong(
                        DECISION,
                        "${approvers.groups(execution)}",
                        "${execution.getEngineServices()}",
                        "known-parts",
                        "approveAsSubsectionChief"),
                wrong(
                        DECISION,
                        "${approvers.groups(execution)}",
                        "${''.getClass().forName('java.lang.Runtime')}",
                        "known-parts",
                        "approveAsSubsectionChief"),
                wrong(
                        DECISION,
                        "camunda:delegateExpression=\"${notifyRejection}\"",
                        "camunda:type=\"shell\"",
                        "known-parts",
                        "notifyRejection"),
                wrong(
                        DECISION,
                        "camunda:delegateExpression=\"${notifyRejection}\"",
                        "camunda:class=\"x.Y\"",
                        "no-code-in-diagram",
                        "notifyRejection"),
                wrong(DECISION, " camunda:historyTimeToLive=\"P3650D\"", "", "history-time-to-live", "planDecision"),
                wrong(DECISION, "name=\"係長として承認する\"", "name=\"Approve\"", "label-japanese", "approveAsSubsectionChief"),
                wrong(DECISION, "name=\"係長として承認する\"", "", "label-present", "approveAsSubsectionChief"),
                wrong(MAIN, "calledElement=\"planDecision\"", "calledElement=\"referral\"", "own-instances", null),
                wrong(COMPLAINT, "id=\"answerComplaint\"", "id=\"checkPlan\"", "ids-unique", "checkPlan"),
                wrong(COMPLAINT, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<!DOCTYPE a>", "readable-file", null));
    }

    static List<Edit> harmless() {
        return List.of(
                new Edit(DECISION, "name=\"係長として承認する\"", "name=\"係長が承認する\""),
                new Edit(DECISION, "=\"ward-officer\"", "=\"ward-officer,ward-subsection-chief\""),
                new Edit(COMPLAINT, "=\"chief-consultation-supporter\"", "=\"household-supporter\""),
                new Edit(COMPLAINT, "区に報告する（要領 第6条）。", "一週間以内に区に報告する（要領 第6条）。"),
                new Edit(TARGETS, "<text>10</text>", "<text>15</text>"),
                new Edit(TRIAGE, "\"label\": \"", "\"label\": \"（改）"),
                new Edit(SCREENING, "\"maxLength\": 2000", "\"maxLength\": 4000"),
                new Edit(MAIN, "'consentRetry'", "'consultationReview'"),
                new Edit(
                        DECISION,
                        "${planCheck == 'unsuitable'}",
                        "${ 'unsuitable' == planCheck and (rejectionCount &lt; 3 or urgent) }"),
                new Edit(DECISION, "<dc:Bounds x=\"190\"", "<dc:Bounds x=\"195\""));
    }

    private static Wrong wrong(String file, String old, String now, String rule, String element) {
        return new Wrong(new Edit(file, old, now), rule, element);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void isFoundAtItsPlace(Wrong wrong) {
        assertThat(findings(wrong.edit().made())).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(wrong.rule());
            if (wrong.element() != null) {
                assertThat(finding.element()).isEqualTo(wrong.element());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void isLetPass(Edit edit) {
        assertThat(findings(edit.made()))
                .as("a role that has no lane of its own is pointed out, and refused nothing")
                .filteredOn(finding -> finding.blocks() || !finding.rule().equals("role-in-lane"))
                .isEmpty();
    }

    private static List<Finding> findings(ProcedureFiles files) {
        return WardRulesTest.rules().stream()
                .flatMap(rule -> rule.of(files).stream())
                .toList();
    }
}
