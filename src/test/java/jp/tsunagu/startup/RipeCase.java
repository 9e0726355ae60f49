package jp.tsunagu.startup;

import static jp.tsunagu.story.Answers.item;

import java.util.Map;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;

/** A case whose next step is the decision, the step with the most behind it: decisions, letters, a called process that ends. */
final class RipeCase {

    private static final String SERVICE = "householdImprovementSupport";

    private RipeCase() {}

    /** Somebody invented, as everybody in these tests. */
    static Map<String, Object> reception() {
        return Answers.named("試野 一馬", "ためしの かずま", "1974-02-03");
    }

    static String in(Office office) {
        String number = office.as("saeki").receives(reception());
        office.as("saeki")
                .does(number, "decideTriage", Answers.triage("continueSupport"))
                .does(number, "obtainApplicationAndConsent", Answers.application())
                .does(number, "assess", Answers.assessment())
                .does(number, "screen", Answers.screening("plan"));
        office.as("manabe").does(number, "confirmScreening", Answers.confirmation());
        office.as("saeki")
                .does(number, "draftPlan", Answers.plan(item(SERVICE, "家計相談室", 12, true)))
                .does(number, "obtainPlanAgreement", Answers.agreement());
        office.as("manabe")
                .does(number, "convenePlanConference", Answers.meetingOn(Office.today()))
                .does(number, "recordPlanConference", Answers.conference("approved"))
                .does(number, "submitPlan", Answers.submission());
        office.as("uda").does(number, "checkPlan", Answers.suitable(SERVICE));
        office.as("otsuki").does(number, "approveAsSubsectionChief", Answers.approval());
        return number;
    }
}
