package jp.tsunagu.browser;

import static jp.tsunagu.story.Answers.item;
import static jp.tsunagu.story.Answers.of;
import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A family of four in a real browser: from the first visit to closure after the evaluation, and the call a month later. */
@Tag("full")
class EvaluatedAndClosedStoryTest extends BrowserStory {

    private static final String NAME = "試野 一馬";
    private static final String SERVICE = "employmentPreparationSupport";

    @Test
    void aFamilyIsSupportedUntilItsGoalsAreReached() {
        office.on("2026-05-11");
        received("saeki", NAME, Answers.named(NAME, "しの かずま", "1985-03-05"));
        does("saeki", "decideTriage", Answers.triage("continueSupport"));
        does("saeki", "obtainApplicationAndConsent", Answers.application());
        does("saeki", "assess", withHouseholdAndDebts());
        does("saeki", "screen", Answers.screening("plan"));
        does("manabe", "confirmScreening", Answers.confirmation());
        does(
                "saeki",
                "draftPlan",
                with(Answers.plan(item(SERVICE, "就労準備センター", 6, true)), "employmentSupportTarget", false));
        does("saeki", "obtainPlanAgreement", Answers.agreement());
        does("manabe", "convenePlanConference", Answers.meetingOn(Office.today()));
        does("manabe", "recordPlanConference", Answers.conference("approved"));
        does("manabe", "submitPlan", Answers.submission());
        does("uda", "checkPlan", Answers.suitable(SERVICE));
        does("otsuki", "approveAsSubsectionChief", Answers.approval());
        does("kaji", "decidePlan", Answers.decision("decided"));
        does(
                "uda",
                "sendSupportNotice",
                of("noticeManner", "mail", "noticeSentOn", Office.today().toString()));
        does("saeki", "deliverPlan", of("deliveryManner", "inPerson"));
        does("saeki", "monitorSupport", Answers.monitoring());
        does("kobayakawa", "provideEmploymentSupport", Answers.employed());

        office.on("2026-07-20");
        does("kobayakawa", "supportRetention", Answers.settledAtWork());
        does("saeki", "prepareEvaluation", Answers.evaluationSheet());
        does("manabe", "conveneEvaluationConference", Answers.meetingOn(Office.today()));
        does("manabe", "recordEvaluationConference", Answers.evaluation("closure"));
        does("manabe", "closeCase", Answers.closing("resolved", true, 1));
        office.on("2026-08-20");
        does("saeki", "followUp", of("record", Answers.record("phoneOut"), "followUpNeeded", false));

        for (String account : List.of("saeki", "kobayakawa", "manabe", "uda", "otsuki", "kaji")) {
            assertThat(office.as(account).steps(number())).isEmpty();
        }
        endsWithPeople(6);
    }

    /** Fills in, looks for what would shut somebody out, keeps a picture of the form, completes. */
    @Override
    void does(String account, String step, Map<String, Object> answers) {
        at(account).afterFilling(desk -> {
            assertThat(desk.barriers()).as(step).isEmpty();
            desk.shot("form-" + step);
        });
        super.does(account, step, answers);
    }

    private static Map<String, Object> withHouseholdAndDebts() {
        return with(
                Answers.assessment(),
                "household",
                List.of(
                        of("relation", "妻", "memberName", "試野 花", "age", 38, "occupation", "パート"),
                        of("relation", "長男", "memberName", "試野 一郎", "age", 9, "occupation", "小学生"),
                        of("relation", "母", "memberName", "試野 キヨ", "age", 70)),
                "hasDebts",
                "yes",
                "debts",
                List.of(
                        of("lender", "カード会社", "amount", 450000, "monthly", 15000),
                        of("lender", "消費者金融", "amount", 300000, "monthly", 12000)));
    }
}
