package jp.tsunagu.story;

import static jp.tsunagu.story.Answers.item;

import java.util.Map;

/** A case whose plan lies with the ward's officer, who has taken it and not yet checked it. */
public final class SubmittedPlan {

    private SubmittedPlan() {}

    /** All on the day that the office's clock shows. */
    public static String of(Office office, String name) {
        return of(office, name, Answers.application(), item("employmentPreparationSupport", "就労準備センター", 6, true));
    }

    static String of(Office office, String name, Map<String, Object> application, Map<String, Object> support) {
        Office.Person saeki = office.as("saeki");
        String number = saeki.receives(Answers.named(name, "しけん", "1980-01-01"));
        saeki.does(number, "decideTriage", Answers.triage("continueSupport"))
                .does(number, "obtainApplicationAndConsent", application)
                .does(number, "assess", Answers.assessment())
                .does(number, "screen", Answers.screening("plan"));
        office.as("manabe").does(number, "confirmScreening", Answers.confirmation());
        saeki.does(number, "draftPlan", Answers.plan(support)).does(number, "obtainPlanAgreement", Answers.agreement());
        office.as("manabe")
                .does(number, "convenePlanConference", Answers.meetingOn(Office.today()))
                .does(number, "recordPlanConference", Answers.conference("approved"))
                .does(number, "submitPlan", Answers.submission());
        office.as("uda").takes(number, "checkPlan");
        return number;
    }
}
