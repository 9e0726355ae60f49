package jp.tsunagu.procedure.check;

import static jp.tsunagu.procedure.check.Edit.breaking;

import java.util.List;

/** Edits that break something, each with the rule that has to say so and an element that it has to name. */
final class BreakingEdits {

    static final String MAIN = "self-reliance-support";
    static final String PLAN = "plan-decision";
    static final String WELFARE = "welfare-office-referral";
    static final String REFERRAL = "referral";
    static final String EMERGENCY = "emergency-support";
    static final String EARLY = "early-closing";
    static final String LOST = "lost-contact";
    static final String MOVE = "person-move";
    static final String EMPLOYMENT = "employment-support";
    static final String WITHDRAWAL = "application-withdrawal";
    static final String CONSENT = "consent-withdrawal";
    static final String COMPLAINT = "complaint";

    private BreakingEdits() {}

    /** Of the decision on a plan (要領 第10条). */
    static final List<Edit> DECISION = List.of(
            breaking(
                    "the way on from the check is removed",
                    PLAN,
                    "leads-nowhere",
                    "checkPlan",
                    d -> d.removeFlow("checkPlan_checkSplit")),
            breaking(
                    "the way of a good check is removed",
                    PLAN,
                    "no-way-on",
                    "checkSplit",
                    d -> d.removeFlow("checkSplit_methodSplit")),
            breaking(
                    "the reason is not written",
                    PLAN,
                    "law-between",
                    "checkPlan",
                    d -> d.lead("checkSplit_writeRejectionReason", "methodSplit")),
            breaking(
                    "the condition for the reason is wrong",
                    PLAN,
                    "law-between",
                    "checkPlan",
                    d -> d.condition("checkSplit_writeRejectionReason", "planCheck == 'suitable'")),
            breaking(
                    "the condition names a value that does not exist",
                    PLAN,
                    "never-reached",
                    "writeRejectionReason",
                    d -> d.condition("checkSplit_writeRejectionReason", "planCheck == 'bad'")),
            breaking(
                    "the check is skipped",
                    PLAN,
                    "law-never-without",
                    "approveAsSubsectionChief",
                    d -> d.lead("planSubmitted_checkPlan", "approveAsSubsectionChief")),
            breaking(
                    "the subsection chief is skipped",
                    PLAN,
                    "law-never-without",
                    "decidePlan",
                    d -> d.lead("methodSplit_approveAsSubsectionChief", "decidePlan")),
            breaking(
                    "the chief's return goes on to the decision",
                    PLAN,
                    "law-never-without",
                    "decidePlan",
                    d -> d.lead("approvalSplit_approvalToCheck", "decidePlan")),
            breaking(
                    "a rejected plan is recorded as decided",
                    PLAN,
                    "law-never-without",
                    "recordPlanDecision",
                    d -> d.lead("decisionResult_notifyRejection", "recordPlanDecision")),
            breaking(
                    "the conditions of decided and rejected are swapped",
                    PLAN,
                    "law-never-after",
                    "recordPlanDecision",
                    d -> d.condition("decisionResult_recordPlanDecision", "wardDecision == 'rejected'")
                            .condition("decisionResult_notifyRejection", "wardDecision == 'decided'")),
            breaking(
                    "a rejection ends at once",
                    PLAN,
                    "law-follows",
                    "planWithdrawn",
                    d -> d.lead("decisionResult_notifyRejection", "planWithdrawn")),
            breaking(
                    "a rejection is not acknowledged",
                    PLAN,
                    "law-between",
                    "notifyRejection",
                    d -> d.lead("notifyRejection_acknowledgeRejection", "recheckMerge")),
            breaking(
                    "the result of the decision has no way for a return",
                    PLAN,
                    "no-way-on",
                    "decisionResult",
                    d -> d.removeFlow("decisionResult_decisionToCheck")),
            breaking(
                    "the result of the decision has no way for a rejection",
                    PLAN,
                    "no-way-on",
                    "decisionResult",
                    d -> d.removeFlow("decisionResult_notifyRejection")),
            breaking(
                    "the re-check with the person is left out",
                    PLAN,
                    "law-between",
                    "recheckWithPerson",
                    d -> d.remove("recheckWithPerson")),
            breaking(
                    "the re-check with the agencies is left out",
                    PLAN,
                    "law-between",
                    "recheckWithAgencies",
                    d -> d.remove("recheckWithAgencies")),
            breaking(
                    "the re-checks are an alternative",
                    PLAN,
                    "stuck",
                    "recheckJoin",
                    d -> d.kind("recheckSplit", "exclusiveGateway")
                            .condition("recheckSplit_recheckWithPerson", "rejectionCount >= 2")
                            .set("recheckSplit", "default", "recheckSplit_recheckWithAgencies")),
            breaking(
                    "both ends of the re-checks are alternatives",
                    PLAN,
                    "law-between",
                    "reviseAndResubmit",
                    d -> d.kind("recheckSplit", "exclusiveGateway")
                            .kind("recheckJoin", "exclusiveGateway")
                            .condition("recheckSplit_recheckWithPerson", "rejectionCount >= 2")
                            .set("recheckSplit", "default", "recheckSplit_recheckWithAgencies")),
            breaking(
                    "the parallel join is made exclusive",
                    PLAN,
                    "twice",
                    "reviseAndResubmit",
                    d -> d.kind("recheckJoin", "exclusiveGateway")),
            breaking(
                    "a re-check does not come to the join",
                    PLAN,
                    "law-between",
                    "recheckWithPerson",
                    d -> d.lead("recheckWithPerson_recheckJoin", "reviseAndResubmit")),
            breaking(
                    "the second rejection is like the first",
                    PLAN,
                    "law-between",
                    "acknowledgeRejection",
                    d -> d.lead("secondRejectionSplit_holdRejectionMeeting", "recheckMerge")),
            breaking(
                    "the meeting is held from the third rejection on",
                    PLAN,
                    "law-between",
                    "acknowledgeRejection",
                    d -> d.condition("secondRejectionSplit_holdRejectionMeeting", "rejectionCount >= 3")),
            breaking(
                    "an unchanged plan is resubmitted as decided",
                    PLAN,
                    "law-never-after",
                    "recordPlanDecision",
                    d -> d.lead("rejectionSplit_resubmittedToCheck", "recordPlanDecision")),
            breaking(
                    "the default of the outcome is gone",
                    PLAN,
                    "no-way-on",
                    "rejectionSplit",
                    d -> d.removeFlow("rejectionSplit_planToBeRevised")),
            breaking(
                    "the link back to the check is renamed",
                    PLAN,
                    "engine",
                    "別",
                    d -> d.set("resubmittedToCheckEvent", "name", "別のところへ")),
            breaking(
                    "the notice is left out",
                    PLAN,
                    "law-follows",
                    "supportNoticePrepared",
                    d -> d.lead("supportDecisionSplit_notifySupportDecision", "supportNoticePrepared")),
            breaking(
                    "the notice is written for every plan",
                    PLAN,
                    "law-never-after",
                    "notifySupportDecision",
                    d -> d.condition("supportDecisionSplit_notifySupportDecision", "true")),
            breaking(
                    "the notice is written twice",
                    PLAN,
                    "law-at-most-once",
                    "notifySupportDecision",
                    d -> d.lead("distributeDecidedPlan_planDecided", "notifySupportDecision")),
            breaking(
                    "the decided plan is not told to anybody",
                    PLAN,
                    "law-never-without",
                    "planDecided",
                    d -> d.lead("supportDecisionSplit_distributeDecidedPlan", "planDecided")),
            breaking(
                    "the deputy's decision is not reviewed",
                    PLAN,
                    "law-follows",
                    "deputyReviewStarted",
                    d -> d.lead("deputySplit_startDeputyReview", "deputyReviewStarted")),
            breaking(
                    "a decision by anybody of the centre",
                    PLAN,
                    "law-only-by",
                    "decidePlan",
                    d -> d.set("decidePlan", "camunda:candidateGroups", "chief-consultation-supporter")),
            breaking(
                    "no role for the decision",
                    PLAN,
                    "law-only-by",
                    "decidePlan",
                    d -> d.unset("decidePlan", "camunda:candidateGroups")),
            breaking(
                    "the centre checks its own plan",
                    PLAN,
                    "law-only-by",
                    "checkPlan",
                    d -> d.set("checkPlan", "camunda:candidateGroups", "ward-officer,chief-consultation-supporter")),
            breaking(
                    "a supporter resubmits",
                    PLAN,
                    "law-only-by",
                    "reviseAndResubmit",
                    d -> d.set("reviseAndResubmit", "camunda:candidateGroups", "consultation-supporter")),
            breaking(
                    "the reason's step is deleted",
                    PLAN,
                    "law-between",
                    "writeRejectionReason",
                    d -> d.remove("writeRejectionReason")),
            breaking(
                    "an end is added beside the way",
                    PLAN,
                    "law-ends-only-through",
                    "elsewhere",
                    d -> d.add("planDecided", "endEvent", "elsewhere")
                            .lead("distributeDecidedPlan_planDecided", "elsewhere")));

    /** Of handing somebody over to the welfare office (要領 第9条第5号). */
    static final List<Edit> HANDOVER = List.of(
            breaking(
                    "the receipt is skipped",
                    WELFARE,
                    "law-never-without",
                    "welfareReferralClosed",
                    d -> d.lead("wishSplit_confirmReceipt", "recordWelfareOutcome")),
            breaking(
                    "unwilling ends without the chief",
                    WELFARE,
                    "law-never-without",
                    "unwillingnessConfirmed",
                    d -> d.lead("wishSplit_reviewUnwillingness", "reportUnwilling")),
            breaking(
                    "the chief's review always ends it",
                    WELFARE,
                    "law-never-without",
                    "unwillingnessConfirmed",
                    d -> d.lead("reviewSplit_reofferThrow", "reportUnwilling")),
            breaking(
                    "the watch by reminders is left out",
                    WELFARE,
                    "law-while-open",
                    "pursuit",
                    d -> d.remove("pursuit")),
            breaking(
                    "the reminders do not go round",
                    WELFARE,
                    "law-while-open",
                    "pursuitRound",
                    d -> d.lead("pursuit_pursuit", "pursuitEnded")),
            breaking(
                    "the date of a reminder is far away",
                    WELFARE,
                    "law-timer-kept",
                    "pursuitDue",
                    d -> d.text("pursuitDue", "timeDate", "2999-12-31T00:00:00Z")),
            breaking(
                    "the date of the supervision never comes",
                    WELFARE,
                    "law-timer-kept",
                    "supervisionDue",
                    d -> d.text("supervisionDue", "timeDate", "${never}")),
            breaking(
                    "nothing settles the reminders",
                    WELFARE,
                    "never-ends",
                    "pursuit",
                    d -> d.without("wishSplit_reviewUnwillingness", "executionListener")
                            .without("confirmReceipt_recordWelfareOutcome", "executionListener")),
            breaking(
                    "the fork of the watch is an alternative",
                    WELFARE,
                    "engine",
                    "watchFork",
                    d -> d.kind("watchFork", "exclusiveGateway")),
            breaking(
                    "any supporter reviews unwillingness",
                    WELFARE,
                    "law-only-by",
                    "reviewUnwillingness",
                    d -> d.set("reviewUnwillingness", "camunda:candidateGroups", "consultation-supporter")),
            breaking(
                    "the outcome is not reported",
                    WELFARE,
                    "law-never-without",
                    "welfareReferralClosed",
                    d -> d.lead("recordWelfareOutcome_reportWelfareOutcome", "welfareReferralClosed")),
            breaking(
                    "unclear has no way",
                    WELFARE,
                    "law-never-without",
                    "welfareReferralClosed",
                    d -> d.lead("wishSplit_handOverToWelfareOffice", "reportWelfareOutcome")));

    /** Of the smaller diagrams. */
    static final List<Edit> BESIDE = List.of(
            breaking(
                    "a referral ends without an answer",
                    REFERRAL,
                    "law-never-without",
                    "referralNotAccepted",
                    d -> d.lead("sendReferral_confirmReferralReceipt", "reportReferralReply")),
            breaking(
                    "an accepted referral is not followed up",
                    REFERRAL,
                    "law-follows",
                    "followUpReferralDue",
                    d -> d.lead("followUpReferralDue_followUpReferral", "referralFollowedUp")),
            breaking(
                    "a referral's reply has no way for other answers",
                    REFERRAL,
                    "no-way-on",
                    "replySplit",
                    d -> d.removeFlow("replySplit_referralNotAccepted")),
            breaking(
                    "emergency support ends unresolved",
                    EMERGENCY,
                    "law-never-without",
                    "emergencyOver",
                    d -> d.lead("emergencySplit_arrangeEmergencySupport", "emergencyOver")),
            breaking(
                    "emergency support has no end",
                    EMERGENCY,
                    "never-ends",
                    "arrangeEmergencySupport",
                    d -> d.removeFlow("emergencySplit_emergencyOver")),
            breaking(
                    "the result of emergency support is read before it is asked",
                    EMERGENCY,
                    "not-yet-decided",
                    "emergencySplit",
                    d -> d.lead("arrangeEmergencySupport_checkEmergencyResult", "emergencySplit")),
            breaking(
                    "an early closing nobody confirmed",
                    EARLY,
                    "law-never-without",
                    "decideFinalClosing",
                    d -> d.noCondition("earlyClosingSplit_decideFinalClosing")
                            .condition("earlyClosingSplit_decideFinalClosing", "true")),
            breaking(
                    "an early closing without the chief",
                    EARLY,
                    "law-never-without",
                    "decideFinalClosing",
                    d -> d.lead("closingAsked_closeEarly", "decideFinalClosing")),
            breaking(
                    "the search calls a procedure that is not there",
                    LOST,
                    "calls",
                    "earlyClosing",
                    d -> d.set("earlyClosing", "calledElement", "lateClosing")),
            breaking(
                    "the search calls itself",
                    LOST,
                    "calls",
                    "earlyClosing",
                    d -> d.set("earlyClosing", "calledElement", "lostContact")),
            breaking(
                    "the search waits at a gate for nothing",
                    LOST,
                    "never-reached",
                    "contactResumedInSuspension",
                    d -> d.removeFlow("suspendedWait_contactResumedInSuspension")),
            breaking(
                    "the search goes round without waiting",
                    LOST,
                    "no-rest",
                    "attemptSplit",
                    d -> d.lead("attemptSplit_tryContact", "attemptSplit")),
            breaking(
                    "the move's search is cut off",
                    MOVE,
                    "never-reached",
                    "startSearch",
                    d -> d.removeFlow("moveSplit_startSearch")),
            breaking(
                    "a step of the move has no way on",
                    MOVE,
                    "leads-nowhere",
                    "handOverToNewMunicipality",
                    d -> d.removeFlow("handOverToNewMunicipality_transferSplit")),
            breaking(
                    "employment support that never ends",
                    EMPLOYMENT,
                    "never-ends",
                    "provideEmploymentSupport",
                    d -> d.lead("employmentSplit_employmentEnded", "provideEmploymentSupport")
                            .lead("retentionSplit_retentionEnded", "supportRetention")),
            breaking(
                    "a called process is not an instance of its own",
                    WITHDRAWAL,
                    "law-never-called",
                    "earlyClosing",
                    d -> d.set("earlyClosing", "calledElement", "emergencySupport")),
            breaking(
                    "agencies are not told of a withdrawn consent",
                    CONSENT,
                    "law-never-without",
                    "agenciesInformed",
                    d -> d.lead("consentWithdrawalReported_informAgencies", "agenciesInformed")),
            breaking(
                    "the answer to a complaint is forked",
                    COMPLAINT,
                    "never-ends",
                    "answerComplaint",
                    d -> d.kind("complaintSplit", "parallelGateway")));

    /** Of the main diagram (要領 第9条 and 第11条). */
    static final List<Edit> MAINLY = List.of(
            breaking(
                    "the handover at triage is bypassed",
                    MAIN,
                    "law-follows",
                    "assessWelfareNeed",
                    d -> d.lead("triageSplit_startWelfareOfficeReferral", "welfareOfficeReferralStarted")),
            breaking(
                    "the handover at triage only by the triage's result",
                    MAIN,
                    "law-follows",
                    "assessWelfareNeed",
                    d -> d.condition("triageSplit_startWelfareOfficeReferral", "triageResult == 'welfareOffice'")),
            breaking(
                    "the handover at screening is removed",
                    MAIN,
                    "law-between",
                    "startWelfareOfficeReferralAtScreening",
                    d -> d.remove("startWelfareOfficeReferralAtScreening")),
            breaking(
                    "the handover waits for the chief",
                    MAIN,
                    "law-between",
                    "confirmScreening",
                    d -> d.kind("screeningWelfareSplit", "exclusiveGateway")
                            .set("screeningWelfareSplit", "default", "screeningWelfareSplit_confirmScreening")
                            .noCondition("screeningWelfareSplit_confirmScreening")
                            .condition(
                                    "screeningWelfareSplit_startWelfareOfficeReferralAtScreening",
                                    "welfareNeed == 'consider'")),
            breaking(
                    "the handover's building block is another one",
                    MAIN,
                    "law-exists",
                    "startWelfareOfficeReferral",
                    d -> d.set("startWelfareOfficeReferral", "camunda:delegateExpression", "${startReferral}")),
            breaking(
                    "the emergency message is removed",
                    MAIN,
                    "law-always-possible",
                    "E-01",
                    d -> d.remove("emergencyAtAnyTime")),
            breaking(
                    "no emergency after closing",
                    MAIN,
                    "law-always-possible",
                    "closingDecided",
                    d -> d.remove("emergencyAfterClosing")),
            breaking(
                    "an emergency breaks the case off",
                    MAIN,
                    "law-follows",
                    "emergencyNeeded",
                    d -> d.set("emergencyNeeded", "isInterrupting", "true")),
            breaking(
                    "an urgent case waits for triage",
                    MAIN,
                    "law-between",
                    "urgencySplit",
                    d -> d.condition("urgencySplit_startEmergencySupport", "urgent && contactMade")),
            breaking(
                    "assessment without application",
                    MAIN,
                    "law-never-without",
                    "assess",
                    d -> d.lead("triageSplit_obtainApplicationAndConsent", "assessmentSplit")),
            breaking(
                    "a plan without assessment",
                    MAIN,
                    "law-never-without",
                    "draftPlan",
                    d -> d.lead("screeningSplit_planDraftSplit", "planDraftSplit")
                            .lead("obtainApplicationAndConsent_assessmentSplit", "planDraftSplit")),
            breaking(
                    "a plan the person did not agree to is submitted",
                    MAIN,
                    "law-never-without",
                    "submitPlan",
                    d -> d.lead("agreementSplit_agreementToPlanDraft", "agreementToSubmission")),
            breaking(
                    "a plan without its conference is submitted",
                    MAIN,
                    "law-between",
                    "submitPlan",
                    d -> d.lead("agreementSplit_convenePlanConference", "agreementToSubmission")),
            breaking(
                    "a plan the conference returned is submitted",
                    MAIN,
                    "law-between",
                    "submitPlan",
                    d -> d.lead("conferenceSplit_conferenceToPlanDraft", "submitPlan")),
            breaking(
                    "the agreement has no way for declined",
                    MAIN,
                    "no-way-on",
                    "agreementSplit",
                    d -> d.removeFlow("agreementSplit_agreementToClosing")),
            breaking(
                    "a rejection leads to closure",
                    MAIN,
                    "law-between",
                    "closeCase",
                    d -> d.lead("decisionSplit_decisionToPlanDraft", "withdrawnToClosing")),
            breaking(
                    "support without a decision",
                    MAIN,
                    "law-never-without",
                    "supportSplit",
                    d -> d.lead("submitPlan_planDecision", "supportSplit")),
            breaking(
                    "the decision's call is cut to another procedure",
                    MAIN,
                    "law-exists",
                    "planDecision",
                    d -> d.set("planDecision", "calledElement", "earlyClosing")),
            breaking(
                    "the ward's silence breaks the decision off",
                    MAIN,
                    "law-timer-kept",
                    "wardSilent",
                    d -> d.set("wardSilent", "cancelActivity", "true")),
            breaking(
                    "the evaluation's date is removed",
                    MAIN,
                    "law-timer-kept",
                    "evaluationDue",
                    d -> d.remove("evaluationDue")),
            breaking(
                    "the evaluation's date does not interrupt",
                    MAIN,
                    "twice",
                    "prepareEvaluation",
                    d -> d.set("evaluationDue", "cancelActivity", "false")),
            breaking(
                    "closing without the evaluation's conference",
                    MAIN,
                    "law-between",
                    "closeCase",
                    d -> d.lead("prepareEvaluation_conveneEvaluationConference", "closeCase")),
            breaking(
                    "a new plan without a new assessment",
                    MAIN,
                    "law-between",
                    "planDraftSplit",
                    d -> d.lead("evaluationSplit_replanToAssessment", "planDraftSplit")),
            breaking(
                    "the notice is not sent",
                    MAIN,
                    "law-follows",
                    "supportSplit",
                    d -> d.lead("supportSplit_sendSupportNotice", "supportNoticeSent")),
            breaking(
                    "the employment supporter joins no assessment",
                    MAIN,
                    "law-between",
                    "screen",
                    d -> d.condition("assessmentSplit_assessEmployment", "employmentWished && applied")
                            .lead("employmentHearingSplit_assessEmployment", "screen")),
            breaking(
                    "the inclusive join of the assessment is exclusive",
                    MAIN,
                    "twice",
                    "screen",
                    d -> d.kind("assessmentJoin", "exclusiveGateway")),
            breaking(
                    "the inclusive join of the assessment is parallel",
                    MAIN,
                    "stuck",
                    "assessmentJoin",
                    d -> d.kind("assessmentJoin", "parallelGateway")),
            breaking(
                    "employment support is started twice",
                    MAIN,
                    "twice",
                    "employmentSupport",
                    d -> d.condition("supportSplit_employmentSupport", "employmentSupportNeeded")),
            breaking(
                    "the way to the closing is not linked",
                    MAIN,
                    "engine",
                    "終結へ",
                    d -> d.set("toClosingCatchEvent", "name", "どこかへ")),
            breaking(
                    "a case with an application ends with information",
                    MAIN,
                    "law-follows",
                    "informationGiven",
                    d -> d.lead("triageSplit_informationToClosing", "informationGiven")),
            breaking(
                    "follow-up is forgotten",
                    MAIN,
                    "never-reached",
                    "followUpDue",
                    d -> d.removeFlow("followUpSplit_followUpDue").removeFlow("followUpAgainSplit_followUpDue")),
            breaking(
                    "withdrawn consent is not told",
                    MAIN,
                    "law-follows",
                    "consentWithdrawn",
                    d -> d.lead("consentWithdrawn_startConsentWithdrawal", "consentAtAnyTimeDone")),
            breaking(
                    "the supporter confirms the own screening",
                    MAIN,
                    "law-only-by",
                    "confirmScreening",
                    d -> d.set("confirmScreening", "camunda:candidateGroups", "consultation-supporter")),
            breaking(
                    "a gate of the suspension that nobody wakes",
                    MAIN,
                    "never-reached",
                    "contactResumed",
                    d -> d.removeFlow("suspended_contactResumed")));
}
