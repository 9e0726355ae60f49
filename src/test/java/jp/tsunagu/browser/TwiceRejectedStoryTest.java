package jp.tsunagu.browser;

import static jp.tsunagu.story.Answers.item;
import static jp.tsunagu.story.Answers.of;
import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** C06 in a real browser, by ledger and Tasklist together, by six people: rejected twice, then decided. */
@Tag("own-application")
class TwiceRejectedStoryTest extends BrowserStory {

    private static final String PREPARATION = "employmentPreparationSupport";
    private static final String NAME = "創田 美緒";

    @Test
    void sixPeopleBringOnePlanToItsDecision() {
        office.on("2026-05-11");
        receivedByLedger("saeki", Answers.named(NAME, "そうだ みお", "1985-03-05"), "そうだ 1985-03-05");
        does("saeki", "decideTriage", Answers.triage("continueSupport"));
        does("saeki", "obtainApplicationAndConsent", with(Answers.application(), "employmentWished", true));
        does("saeki", "assess", with(Answers.assessment(), "employmentWished", true));
        does("kobayakawa", "assessEmployment", Answers.employmentHearing());
        does("saeki", "screen", Answers.screening("plan"));
        does("manabe", "confirmScreening", Answers.confirmation());
        agreedAndSubmitted(12);
        rejected("世帯の収入の証拠書類が不足しています。");
        does("manabe", "acknowledgeRejection", of("rejectionRead", true));
        rechecked();
        does(
                "manabe",
                "reviseAndResubmit",
                of(
                        "rejectionOutcome",
                        "resubmitUnchanged",
                        "revisionSummary",
                        "収入の証拠書類を追加した。",
                        "unchangedAttested",
                        true));
        rejected("期間12か月は、現状に合いません。");
        does("manabe", "acknowledgeRejection", of("rejectionRead", true));
        does(
                "manabe",
                "holdRejectionMeeting",
                of("wardOfficerName", "宇田", "chiefName", "真鍋", "agreedPoints", "6か月にする"));
        rechecked();
        does("manabe", "reviseAndResubmit", of("rejectionOutcome", "contentChanged", "revisionSummary", "6か月にする。"));
        agreedAndSubmitted(6);
        does("uda", "checkPlan", Answers.suitable(PREPARATION));
        does("otsuki", "approveAsSubsectionChief", Answers.approval());
        does("kaji", "decidePlan", Answers.decision("decided"));
        sentFromTheQueue();
        at("saeki").findsInLedger("そうだ 1985-03-05");
        assertThat(timeline("decisions")).contains("プランが差し戻されました", "プランと支援が決定しました");
        assertThat(timeline("notices")).contains("通知「支援提供（変更）通知書（第6号様式）」を送りました");
        assertThat(office.as("uda").steps(number())).isEmpty();

        endsWithPeople(6);
    }

    /** 第6号様式 goes out from the page of letters; its task is done with it. */
    private void sentFromTheQueue() {
        Page page = at("uda").visits("/notices");
        page.locator("input[name=ids][aria-label^='" + number() + "']").check();
        page.locator("input[name=manner]").first().check();
        page.locator("form button.button:not(.button--secondary)").last().click();
        PlaywrightAssertions.assertThat(page.locator("[role=status]")).containsText("1件を送付済みにしました");
    }

    private String timeline(String kind) {
        return at("saeki").visits("/cases/" + number() + "?kind=" + kind).textContent("#main");
    }

    private void agreedAndSubmitted(int months) {
        does("saeki", "draftPlan", Answers.plan(item(PREPARATION, "就労準備センター", months, true)));
        does(
                "kobayakawa",
                "draftEmploymentPart",
                of("employmentItems", List.of(item("selfRelianceEmploymentSupport", "支援センター", months, false))));
        does("saeki", "obtainPlanAgreement", Answers.agreement());
        does("manabe", "convenePlanConference", Answers.meetingOn(Office.today()));
        does("manabe", "recordPlanConference", Answers.conference("approved"));
        does("manabe", "submitPlan", Answers.submission());
    }

    private void rejected(String reason) {
        does("uda", "checkPlan", Answers.unsuitable(PREPARATION));
        does("uda", "writeRejectionReason", Answers.reason(reason));
        does("otsuki", "approveAsSubsectionChief", Answers.approval());
        does("kaji", "decidePlan", Answers.decision("rejected"));
    }

    private void rechecked() {
        does(
                "manabe",
                "recheckWithPerson",
                of("personRecheckResult", "本人の意向は変わらない", "record", Answers.record("homeVisit")));
        does(
                "manabe",
                "recheckWithAgencies",
                of("agencyRechecks", List.of(Answers.recheckedAgency("就労準備センター"), Answers.recheckedAgency("支援センター"))));
    }
}
