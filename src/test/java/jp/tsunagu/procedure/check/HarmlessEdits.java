package jp.tsunagu.procedure.check;

import static jp.tsunagu.procedure.check.BreakingEdits.CONSENT;
import static jp.tsunagu.procedure.check.BreakingEdits.EARLY;
import static jp.tsunagu.procedure.check.BreakingEdits.EMERGENCY;
import static jp.tsunagu.procedure.check.BreakingEdits.EMPLOYMENT;
import static jp.tsunagu.procedure.check.BreakingEdits.LOST;
import static jp.tsunagu.procedure.check.BreakingEdits.MAIN;
import static jp.tsunagu.procedure.check.BreakingEdits.MOVE;
import static jp.tsunagu.procedure.check.BreakingEdits.PLAN;
import static jp.tsunagu.procedure.check.BreakingEdits.REFERRAL;
import static jp.tsunagu.procedure.check.BreakingEdits.WELFARE;
import static jp.tsunagu.procedure.check.Edit.harmless;

import java.util.List;

/** Edits that a ward may well make. */
final class HarmlessEdits {

    private HarmlessEdits() {}

    static final List<Edit> ALL = List.of(
            harmless("a step gets another name", PLAN, d -> d.set("checkPlan", "name", "プラン案を確かめる")),
            harmless("a line gets another name", PLAN, d -> d.set("checkSplit_methodSplit", "name", "問題なし")),
            harmless("a gateway gets another name", WELFARE, d -> d.set("wishSplit", "name", "本人は望むか")),
            harmless("a process gets another name", REFERRAL, d -> d.set("referral", "name", "つなぎ")),
            harmless(
                    "the explanation of a step changes",
                    PLAN,
                    d -> d.text("decidePlan", "documentation", "決定する。MK-10-2")),
            harmless(
                    "the explanation of a process changes",
                    REFERRAL,
                    d -> d.text("sendReferral", "documentation", "送る。MK-9-5-イ")),
            harmless(
                    "a step before the check",
                    PLAN,
                    d -> d.between("planSubmitted_checkPlan", "userTask", "receivePaper")),
            harmless(
                    "a step between check and gateway",
                    PLAN,
                    d -> d.between("checkPlan_checkSplit", "userTask", "countPages")),
            harmless(
                    "a step before the end of the decision",
                    PLAN,
                    d -> d.between("distributeDecidedPlan_planDecided", "userTask", "filePlan")),
            harmless(
                    "a step after acknowledging",
                    PLAN,
                    d -> d.between("acknowledgeRejection_secondRejectionSplit", "userTask", "tellTeam")),
            harmless(
                    "a step in one branch of the re-checks",
                    PLAN,
                    d -> d.between("recheckWithPerson_recheckJoin", "userTask", "visitPerson")),
            harmless("a manual step", PLAN, d -> d.between("recheckJoin_reviseAndResubmit", "manualTask", "stamp")),
            harmless(
                    "a third re-check beside the two",
                    PLAN,
                    d -> d.add("recheckWithPerson", "userTask", "recheckWithFamily")
                            .set("recheckWithFamily", "camunda:candidateGroups", "consultation-supporter")
                            .flow("toFamily", "recheckSplit", "recheckWithFamily")
                            .flow("fromFamily", "recheckWithFamily", "recheckJoin")),
            harmless(
                    "the re-checks one after the other",
                    PLAN,
                    d -> d.lead("recheckWithPerson_recheckJoin", "recheckWithAgencies")
                            .kind("recheckJoin", "exclusiveGateway")
                            .removeFlow("recheckSplit_recheckWithAgencies")),
            harmless(
                    "the meeting already at the first rejection",
                    PLAN,
                    d -> d.condition("secondRejectionSplit_holdRejectionMeeting", "rejectionCount >= 1")),
            harmless(
                    "a condition written the other way round",
                    PLAN,
                    d -> d.condition("checkSplit_writeRejectionReason", "'unsuitable' == planCheck")),
            harmless(
                    "a condition written with its opposite",
                    PLAN,
                    d -> d.condition("checkSplit_writeRejectionReason", "planCheck != 'suitable'")),
            harmless(
                    "a condition in parentheses",
                    WELFARE,
                    d -> d.condition(
                            "reviewSplit_reportUnwilling",
                            "(unwillingnessReview == 'confirmedUnwilling') || (unwillingnessReview == 'noLongerNeeded')")),
            harmless(
                    "the default becomes a condition",
                    EMERGENCY,
                    d -> d.unset("emergencySplit", "default")
                            .condition("emergencySplit_arrangeEmergencySupport", "!emergencyResolved")),
            harmless("the elements of the decision in another order", PLAN, d -> d.reorder("planDecision")),
            harmless("the elements of the handover in another order", WELFARE, d -> d.reorder("welfareOfficeReferral")),
            harmless("the elements of the search in another order", LOST, d -> d.reorder("lostContact")),
            harmless(
                    "a reminder that does not interrupt the check",
                    PLAN,
                    d -> d.timer("checkPlan", "checkReminder", false)
                            .add("checkPlan", "userTask", "remindOfCheck")
                            .add("planDecided", "endEvent", "reminded")
                            .flow("r1", "checkReminder", "remindOfCheck")
                            .flow("r2", "remindOfCheck", "reminded")),
            harmless(
                    "a reminder of a referral",
                    REFERRAL,
                    d -> d.timer("confirmReferralReceipt", "late", false)
                            .add("sendReferral", "endEvent", "lateTold")
                            .flow("l1", "late", "lateTold")),
            harmless(
                    "a split that comes together again",
                    REFERRAL,
                    d -> d.add("sendReferral", "exclusiveGateway", "how")
                            .add("sendReferral", "userTask", "byHand")
                            .add("sendReferral", "exclusiveGateway", "sent")
                            .lead("sendReferral_confirmReferralReceipt", "how")
                            .set("how", "default", "how1")
                            .flow("how1", "how", "sent")
                            .flow("how2", "how", "byHand")
                            .flow("how3", "byHand", "sent")
                            .flow("how4", "sent", "confirmReferralReceipt")
                            .condition("how2", "sameDay")),
            harmless(
                    "two steps at the same time, joined",
                    REFERRAL,
                    d -> d.add("sendReferral", "parallelGateway", "both")
                            .add("sendReferral", "userTask", "phone")
                            .add("sendReferral", "userTask", "write")
                            .add("sendReferral", "parallelGateway", "bothDone")
                            .lead("sendReferral_confirmReferralReceipt", "both")
                            .flow("b1", "both", "phone")
                            .flow("b2", "both", "write")
                            .flow("b3", "phone", "bothDone")
                            .flow("b4", "write", "bothDone")
                            .flow("b5", "bothDone", "confirmReferralReceipt")),
            harmless(
                    "a step before a referral is sent",
                    REFERRAL,
                    d -> d.between("referralDecided_sendReferral", "userTask", "askConsentAgain")),
            harmless(
                    "a step in the follow-up",
                    REFERRAL,
                    d -> d.between("followUpReferral_referralFollowedUp", "userTask", "noteResult")),
            harmless(
                    "a step in emergency support",
                    EMERGENCY,
                    d -> d.between("arrangeEmergencySupport_checkEmergencyResult", "userTask", "buyFood")),
            harmless(
                    "emergency support checked by the chief too",
                    EMERGENCY,
                    d -> d.set("checkEmergencyResult", "camunda:candidateGroups", "chief-consultation-supporter")),
            harmless(
                    "a step in the early closing",
                    EARLY,
                    d -> d.between("closingAsked_closeEarly", "userTask", "gatherPapers")),
            harmless(
                    "a step after the receipt",
                    WELFARE,
                    d -> d.between("confirmReceipt_recordWelfareOutcome", "userTask", "accompany")),
            harmless(
                    "a step inside the reminders",
                    WELFARE,
                    d -> d.between("pursueHandover_pursuitRound", "userTask", "noteCall")),
            harmless(
                    "the reminder's date from another rule",
                    WELFARE,
                    d -> d.text("pursuitDue", "timeDate", "${deadlines.until(execution, 'handoverPursuit')}")),
            harmless(
                    "a step in the search",
                    LOST,
                    d -> d.between("suspendCase_suspendedWait", "userTask", "sendLastLetter")),
            harmless("a step in the move", MOVE, d -> d.between("moveReported_moveSplit", "userTask", "askAddress")),
            harmless(
                    "a step in employment support",
                    EMPLOYMENT,
                    d -> d.between("employmentSupportStarted_provideEmploymentSupport", "userTask", "firstTalk")),
            harmless(
                    "a step for informing agencies",
                    CONSENT,
                    d -> d.between("informAgencies_agenciesInformed", "userTask", "fileWithdrawal")),
            harmless(
                    "a step has another target",
                    PLAN,
                    d -> d.set("checkPlan", "camunda:dueDate", "${deadlines.due(execution)}")),
            harmless("a step has another priority", WELFARE, d -> d.set("confirmReceipt", "camunda:priority", "80")),
            harmless(
                    "a household assessment between assessment and screening",
                    MAIN,
                    d -> d.between("employmentHearingSplit_screen", "userTask", "assessHousehold")),
            harmless(
                    "a step before the triage",
                    MAIN,
                    d -> d.between("contactSplit_decideTriage", "userTask", "listen")),
            harmless(
                    "the delivery has another name and text",
                    MAIN,
                    d -> d.set("deliverPlan", "name", "プランを手渡す").text("deliverPlan", "documentation", "渡す。MK-9-9-ア")),
            harmless(
                    "the elements of the whole procedure in another order",
                    MAIN,
                    d -> d.reorder("selfRelianceSupport")),
            harmless(
                    "another message that can come at any time",
                    MAIN,
                    d -> d.between("complaintReceived_startComplaint", "serviceTask", "noteComplaint")
                            .set("noteComplaint", "camunda:expression", "${besideCase.pass(execution, 'x')}")),
            harmless(
                    "a confirmation before closing",
                    MAIN,
                    d -> d.between("closeCase_followUpSplit", "userTask", "checkPapers")));
}
