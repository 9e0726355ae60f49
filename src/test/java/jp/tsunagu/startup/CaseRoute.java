package jp.tsunagu.startup;

import static jp.tsunagu.story.Answers.item;
import static jp.tsunagu.story.Answers.of;
import static jp.tsunagu.story.Answers.with;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;

/** The way of a case through the house, act by act, without any step twice: so a load knows what must be there afterwards. */
enum CaseRoute {
    /** As far as the decision and what follows it: a called process, letters, two offices. */
    PLAN(
            Map.of(),
            saeki("decideTriage", () -> Answers.triage("continueSupport")),
            saeki("obtainApplicationAndConsent", Answers::application),
            saeki("assess", Answers::assessment),
            saeki("screen", () -> Answers.screening("plan")),
            new Act("manabe", "confirmScreening", Answers::confirmation),
            saeki("draftPlan", () -> Answers.plan(item("householdImprovementSupport", "家計相談室", 12, true))),
            saeki("obtainPlanAgreement", Answers::agreement),
            new Act("manabe", "convenePlanConference", () -> Answers.meetingOn(Office.today())),
            new Act("manabe", "recordPlanConference", () -> Answers.conference("approved")),
            new Act("manabe", "submitPlan", Answers::submission),
            new Act("uda", "checkPlan", () -> Answers.suitable("householdImprovementSupport")),
            new Act("otsuki", "approveAsSubsectionChief", Answers::approval),
            new Act("kaji", "decidePlan", () -> Answers.decision("decided")),
            saeki("deliverPlan", () -> of("deliveryManner", "inPerson")),
            new Act(
                    "uda",
                    "sendSupportNotice",
                    () -> of(
                            "noticeManner",
                            "mail",
                            "noticeSentOn",
                            Office.today().toString()))),

    /** With a handover to the welfare office beside it, in an instance of its own (要領 第9条第5号). */
    HANDOVER(
            Map.of(),
            saeki("decideTriage", () -> with(Answers.triage("continueSupport"), "welfareIntent", "yes")),
            saeki("handOverToWelfareOffice", Answers::handover),
            saeki("obtainApplicationAndConsent", Answers::application),
            saeki("confirmReceipt", CaseRoute::receipt),
            saeki("assess", Answers::assessment)),

    /** With emergency support that waits for nothing (要領 第9条第6号). */
    EMERGENCY(
            Map.of("urgent", true, "urgencyKinds", List.of("food")),
            saeki("arrangeEmergencySupport", CaseRoute::emergency),
            saeki("decideTriage", () -> Answers.triage("continueSupport")),
            saeki("obtainApplicationAndConsent", Answers::application),
            saeki("assess", Answers::assessment),
            saeki("screen", () -> Answers.screening("plan")));

    /** What one person does to one task. */
    record Act(String account, String step, Supplier<Map<String, Object>> answers) {}

    private final Map<String, Object> said;
    private final List<Act> acts;

    CaseRoute(Map<String, Object> said, Act... acts) {
        this.said = said;
        this.acts = List.of(acts);
    }

    /** How somebody of this name is received. */
    Map<String, Object> reception(String name) {
        Map<String, Object> answers = with(RipeCase.reception(), "name", name);
        answers.putAll(said);
        return answers;
    }

    List<Act> acts() {
        return acts;
    }

    private static Act saeki(String step, Supplier<Map<String, Object>> answers) {
        return new Act("saeki", step, answers);
    }

    private static Map<String, Object> receipt() {
        return with(
                Answers.receipt(Office.today().minusDays(1) + "T10:00"),
                "welfareApplicationDate",
                Office.today().toString());
    }

    private static Map<String, Object> emergency() {
        return of(
                "emergencySupportKinds",
                List.of("food"),
                "emergencySupportContent",
                "食料3日分",
                "emergencyArrangedOn",
                Office.today().toString());
    }
}
