package jp.tsunagu.browser;

import static jp.tsunagu.story.Answers.item;
import static jp.tsunagu.story.Answers.of;
import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.Map;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * C09 in a real browser, by ledger and Tasklist together: a family of four from the first visit to closure after the
 * evaluation, and the calls one, three and six months later.
 */
@Tag("full")
@Tag("own-application")
class EvaluatedAndClosedStoryTest extends BrowserStory {

    private static final String NAME = "虚井 直";
    private static final String SERVICE = "employmentPreparationSupport";

    @Test
    void aFamilyIsSupportedUntilItsGoalsAreReached() {
        office.on("2026-09-01");
        receivedByLedger("saeki", Answers.named(NAME, "うろい なお", "1981-06-01"), "うろい S56.6.1");
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
        writesOnThePageOfRecords();
        does("kobayakawa", "provideEmploymentSupport", Answers.employed());

        office.on("2026-12-22");
        does("kobayakawa", "supportRetention", Answers.settledAtWork());
        does("saeki", "prepareEvaluation", Answers.evaluationSheet());
        does("manabe", "conveneEvaluationConference", Answers.meetingOn(Office.today()));
        does("manabe", "recordEvaluationConference", Answers.evaluation("closure"));
        does("manabe", "closeCase", Answers.closing("resolved", true, 1, 3, 6));
        followedUp("2027-01-22", true);
        followedUp("2027-03-23", true);
        followedUp("2027-06-22", false);
        assertThat(at("saeki").findsInLedger("うろい S56.6.1").textContent()).contains("終結", "支援経過の記録（電話");

        for (String account : List.of("saeki", "kobayakawa", "manabe", "uda", "otsuki", "kaji")) {
            assertThat(office.as(account).steps(number())).isEmpty();
        }
        endsWithPeople(6);
    }

    private void followedUp(String day, boolean again) {
        office.on(day);
        does("saeki", "followUp", of("record", Answers.record("phoneOut"), "followUpNeeded", again));
    }

    /** 第3号様式 between two steps, from the page of the case and back. */
    private void writesOnThePageOfRecords() {
        Desk desk = at("saeki");
        desk.findsInLedger("うろい S56.6.1");
        Page page = desk.page();
        assertThat(desk.barriersOfPage()).isEmpty();
        desk.shot("case-in-support");
        page.locator("nav a")
                .filter(new Locator.FilterOptions().setHasText("支援経過記録"))
                .click();
        page.selectOption("#method", "phoneOut");
        page.locator("input[name=with][value=PERSON]").check();
        page.fill("#facts", "面接の練習に来た。来週も来る。");
        page.fill("#nextDate", "R8.10.1");
        page.locator("form[data-draft] button[type=submit]").first().click();
        PlaywrightAssertions.assertThat(page.locator("[role=status]").first()).containsText("記録しました。");
        PlaywrightAssertions.assertThat(page.locator("#main")).containsText("面接の練習に来た。");
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
                        of("relation", "妻", "memberName", "虚井 花", "age", 38, "occupation", "パート"),
                        of("relation", "長男", "memberName", "虚井 一郎", "age", 9, "occupation", "小学生"),
                        of("relation", "母", "memberName", "虚井 キヨ", "age", 70)),
                "hasDebts",
                "yes",
                "debts",
                List.of(
                        of("lender", "カード会社", "amount", 450000, "monthly", 15000),
                        of("lender", "消費者金融", "amount", 300000, "monthly", 12000)));
    }
}
