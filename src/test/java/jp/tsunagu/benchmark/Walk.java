package jp.tsunagu.benchmark;

import static jp.tsunagu.story.Answers.item;
import static jp.tsunagu.story.Answers.of;
import static jp.tsunagu.story.Answers.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.tsunagu.story.Answers;

/**
 * The way of one person through the procedure: who fills in which form, and how. A quarter of new consultations leads to a
 * plan (FY2024: 25 %); of the others most end with information or a referral, some after an assessment.
 */
record Walk(String name, List<Act> acts) {

    private static final String SERVICE = "householdImprovementSupport";

    /** One form; of the first, the reception, the step is the start form. */
    record Act(String account, String step, Map<String, Object> answers) {}

    /** The walk as far as this many forms. */
    Walk first(int forms) {
        return new Walk(name, acts.subList(0, forms));
    }

    static Walk informationOnly() {
        return new Walk(
                "informationOnly",
                List.of(reception(), act("saeki", "decideTriage", Answers.information("国保の窓口、法テラス"))));
    }

    static Walk closedAtScreening() {
        return new Walk(
                "closedAtScreening",
                screened("closure", act("manabe", "closeCase", Answers.closing("resolved", false))));
    }

    static Walk withPlan() {
        String today = LocalDate.now().toString();
        return new Walk(
                "withPlan",
                screened(
                        "plan",
                        act("saeki", "draftPlan", Answers.plan(item(SERVICE, "家計相談室", 12, true))),
                        act("saeki", "obtainPlanAgreement", Answers.agreement()),
                        act("manabe", "convenePlanConference", Answers.meetingOn(LocalDate.now())),
                        act("manabe", "recordPlanConference", Answers.conference("approved")),
                        act("manabe", "submitPlan", Answers.submission()),
                        act("uda", "checkPlan", Answers.suitable(SERVICE)),
                        act("otsuki", "approveAsSubsectionChief", Answers.approval()),
                        act("kaji", "decidePlan", Answers.decision("decided")),
                        act("uda", "sendSupportNotice", of("noticeManner", "mail", "noticeSentOn", today)),
                        act("saeki", "deliverPlan", of("deliveryManner", "inPerson")),
                        act("saeki", "monitorSupport", with(Answers.monitoring(), "evaluationRequested", true)),
                        act("saeki", "prepareEvaluation", Answers.evaluationSheet()),
                        act("manabe", "conveneEvaluationConference", Answers.meetingOn(LocalDate.now())),
                        act("manabe", "recordEvaluationConference", Answers.evaluation("closure")),
                        act("manabe", "closeCase", Answers.closing("resolved", false))));
    }

    /** Waits for its consent to be asked again: a timer in the main process. */
    static Walk waitingForConsent() {
        return new Walk("waitingForConsent", screened("seekConsent"));
    }

    /** A handover to the welfare office that nobody has begun: the timers of 主任 and 課長. */
    static Walk waitingForHandover() {
        return new Walk(
                "waitingForHandover",
                List.of(
                        reception(),
                        act("saeki", "decideTriage", with(Answers.triage("continueSupport"), "welfareIntent", "yes"))));
    }

    /** From reception to the confirmed screening, and what follows from it. */
    private static List<Act> screened(String result, Act... following) {
        List<Act> acts = new ArrayList<>(List.of(
                reception(),
                act("saeki", "decideTriage", Answers.triage("continueSupport")),
                act("saeki", "obtainApplicationAndConsent", Answers.application()),
                act("saeki", "assess", Answers.assessment()),
                act("saeki", "screen", Answers.screening(result)),
                act("manabe", "confirmScreening", Answers.confirmation())));
        acts.addAll(List.of(following));
        return List.copyOf(acts);
    }

    private static Act reception() {
        return act("saeki", "reception", Answers.named("試野 一馬", "ためしの かずま", "1974-02-03"));
    }

    private static Act act(String account, String step, Map<String, Object> answers) {
        return new Act(account, step, answers);
    }
}
