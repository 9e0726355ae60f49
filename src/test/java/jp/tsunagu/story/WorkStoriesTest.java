package jp.tsunagu.story;

import static jp.tsunagu.story.Answers.item;
import static jp.tsunagu.story.Answers.of;
import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.tsunagu.story.Office.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** C05 and C13 of the seed cases: people who want to work, with nowhere to sleep tonight or with everything but a job. */
class WorkStoriesTest extends OfficeStory {

    private static final String JOB_SUPPORT = "selfRelianceEmploymentSupport";
    private static final String PROMOTION = "employmentPromotionProject";

    @Autowired
    private JdbcClient database;

    private String number;

    /** C05: a bed tonight, before anything is applied for or planned; the job supporter is there from the first interview. */
    @Test
    void noPlaceTonightBeforeAnyPlan() {
        office.at("2026-08-07T15:30");
        number = office.as("saeki")
                .receives(with(
                        Answers.named("模木 翔", "もぎ しょう", "2002-04-05"),
                        "urgent",
                        true,
                        "urgencyKinds",
                        List.of("shelter", "food")));
        assertThat(office.as("saeki").due(number, "arrangeEmergencySupport")).isEqualTo("2026-08-07");
        office.as("saeki").does(number, "arrangeEmergencySupport", arranged("shelter", "food"));
        assertThat(office.as("saeki").due(number, "checkEmergencyResult"))
                .as("the next working day, a Monday")
                .isEqualTo("2026-08-10");

        office.as("saeki")
                .does(
                        number,
                        "decideTriage",
                        with(Answers.triage("continueSupport"), "placeTonight", "none", "cashOnHand", 1200));
        office.as("saeki")
                .does(number, "obtainApplicationAndConsent", with(Answers.application(), "employmentWished", true));
        assertThat(office.as("kobayakawa").steps(number)).contains("assessEmployment");
        assertThat(office.as("saeki").task(number, "assess").path("followUp").asText())
                .as("first interview within five working days; 08-11 is a holiday")
                .startsWith("2026-08-17");

        // 住居確保給付金 is an emergency item here: nothing of it waits for a plan
        office.on("2026-08-10");
        office.as("saeki").does(number, "checkEmergencyResult", checked(false));
        office.as("saeki").does(number, "arrangeEmergencySupport", arranged("housingBenefit"));
        assertThat(office.as("saeki").due(number, "checkEmergencyResult")).isEqualTo("2026-08-12");
        office.as("kobayakawa")
                .does(number, "assessEmployment", with(Answers.employmentHearing(), "employmentSupportNow", true));
        assertThat(office.as("kobayakawa").steps(number)).contains("provideEmploymentSupport");
        office.as("saeki").does(number, "assess", with(Answers.assessment(), "employmentWished", true));
        office.as("saeki").does(number, "screen", Answers.screening("plan"));
        office.as("manabe").does(number, "confirmScreening", Answers.confirmation());
        office.as("saeki")
                .does(
                        number,
                        "draftPlan",
                        Answers.plan(
                                item("housingSecurityBenefit", "区", 3, false), item(JOB_SUPPORT, "センター", 6, false)));
        office.as("kobayakawa").does(number, "draftEmploymentPart", of("employmentItems", List.of()));
        decidedByTheWard("2026-08-14");

        mustBeDenied("decidePlan");
        office.as("kaji").does(number, "decidePlan", Answers.decision("decided"));
        assertThat(office.as("saeki").steps(number)).contains("monitorSupport", "checkEmergencyResult");
        assertThat(office.as("kobayakawa").steps(number))
                .as("job support goes on; it is not begun a second time")
                .containsExactly("provideEmploymentSupport");
    }

    /** C13: job support only. The plan is decided, no 支援決定 and no 第6号様式; retention support, then 終結 with follow-up. */
    @Test
    void onlyAJob() {
        office.on("2026-06-03");
        number = office.as("saeki").receives(Answers.named("見本 剛", "みもと ごう", "1999-02-03"));
        office.as("saeki").does(number, "decideTriage", Answers.triage("continueSupport"));
        office.as("saeki")
                .does(number, "obtainApplicationAndConsent", with(Answers.application(), "employmentWished", true));
        office.as("kobayakawa").does(number, "assessEmployment", Answers.employmentHearing());
        office.as("saeki").does(number, "assess", with(Answers.assessment(), "employmentWished", true));
        office.as("saeki").does(number, "screen", Answers.screening("plan"));
        office.as("manabe").does(number, "confirmScreening", Answers.confirmation());
        office.on("2026-06-15");
        office.as("saeki")
                .does(
                        number,
                        "draftPlan",
                        Answers.plan(item(JOB_SUPPORT, "センター", 6, false), item(PROMOTION, "ハローワーク", 6, false)));
        assertThat(office.as("saeki").steps(number))
                .as("the plan is made together: 就労支援員's part is missing")
                .doesNotContain("obtainPlanAgreement");
        office.as("kobayakawa").does(number, "draftEmploymentPart", of("employmentItems", List.of()));
        assertThat(office.as("kobayakawa").steps(number))
                .as("no job support before the decision")
                .isEmpty();
        decidedByTheWard("2026-06-25");
        office.as("kaji").does(number, "decidePlan", Answers.decision("decided"));

        assertThat(notices("SUPPORT_DECISION")).isZero();
        assertThat(office.as("uda").steps(number)).isEmpty();
        office.as("saeki").does(number, "deliverPlan", of("deliveryManner", "inPerson"));
        office.on("2026-09-01");
        office.as("kobayakawa").does(number, "provideEmploymentSupport", Answers.employed());
        assertThat(office.as("kobayakawa").steps(number)).containsExactly("supportRetention");
        assertThat(office.as("saeki").steps(number))
                .as("a job alone closes nothing")
                .containsExactly("prepareEvaluation");

        office.on("2026-09-25");
        office.as("saeki")
                .does(
                        number,
                        "prepareEvaluation",
                        with(
                                Answers.evaluationSheet(),
                                "employmentGain",
                                "regular",
                                "employmentGainFrom",
                                "2026-09-01"));
        office.as("manabe").does(number, "conveneEvaluationConference", Answers.meetingOn(LocalDate.of(2026, 9, 25)));
        office.as("manabe").does(number, "recordEvaluationConference", Answers.evaluation("closure"));
        Answer retentionOpen = office.as("manabe").tries(number, "closeCase", Answers.closing("resolved", true, 1, 3));
        assertThat(retentionOpen.reasons()).anyMatch(reason -> reason.contains("定着支援"));
        office.as("kobayakawa").does(number, "supportRetention", Answers.settledAtWork());
        office.as("manabe").does(number, "closeCase", Answers.closing("resolved", true, 1, 3));
        office.on("2026-10-26");
        assertThat(office.as("saeki").steps(number)).containsExactly("followUp");
    }

    private void decidedByTheWard(String day) {
        office.as("saeki").does(number, "obtainPlanAgreement", Answers.agreement());
        office.as("manabe").does(number, "convenePlanConference", Answers.meetingOn(LocalDate.parse(day)));
        office.on(day);
        office.as("manabe").does(number, "recordPlanConference", Answers.conference("approved"));
        office.as("manabe").does(number, "submitPlan", Answers.submission());
        office.as("uda").does(number, "checkPlan", Answers.suitable());
        office.as("otsuki").does(number, "approveAsSubsectionChief", Answers.approval());
    }

    /** I-11: whoever works for the contractor never decides for the ward, whichever way they try. */
    private void mustBeDenied(String step) {
        String task = office.as("kaji").task(number, step).path("id").asText();
        for (String account : List.of("saeki", "manabe", "kobayakawa")) {
            assertThat(office.as(account).task(number, step)).isNull();
            assertThat(office.as(account)
                            .call("POST", "/engine-rest/task/" + task + "/claim", Map.of("userId", account))
                            .status())
                    .isGreaterThanOrEqualTo(400);
            assertThat(office.as(account)
                            .call("POST", "/engine-rest/task/" + task + "/submit-form", Map.of("variables", Map.of()))
                            .status())
                    .isGreaterThanOrEqualTo(400);
        }
    }

    private static Map<String, Object> arranged(String... kinds) {
        return of(
                "emergencySupportKinds",
                List.of(kinds),
                "emergencySupportContent",
                "手配した。",
                "emergencyArrangedOn",
                Office.today().toString());
    }

    private static Map<String, Object> checked(boolean resolved) {
        return of(
                "emergencyResolved",
                resolved,
                "emergencyResultNote",
                "確かめた。",
                "emergencyCheckedOn",
                Office.today().toString());
    }

    private long notices(String kind) {
        return database.sql("select count(*) from notice n join support_case c on c.id = n.case_id "
                        + "where c.case_number = ? and n.kind = ?")
                .params(number, kind)
                .query(Long.class)
                .single();
    }
}
