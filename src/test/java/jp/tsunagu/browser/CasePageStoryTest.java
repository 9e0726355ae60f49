package jp.tsunagu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.tsunagu.story.Answers.of;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import jp.tsunagu.procedure.PackagedForms;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.LongCase;
import org.junit.jupiter.api.Test;

/** The page of a case in Chromium: whatever can happen to a person is reported from it without a mouse. */
class CasePageStoryTest extends BrowserStory {

    @Test
    void everythingThatCanHappenIsReportedByKeyboard() {
        office.on("2026-06-01");
        String number = office.as("saeki").receives(Answers.named("頁野 開", "ぺえじの ひらく", "1970-02-03"));
        office.as("saeki").does(number, "decideTriage", Answers.triage("continueSupport"));
        office.as("saeki").does(number, "obtainApplicationAndConsent", Answers.application());

        Page page = at("saeki").visits("/cases/" + number);
        page.setViewportSize(1280, 800);
        assertThat(page.locator(".case-now-mark")).hasCount(1);
        assertThat(at("saeki").barriersOfPage()).isEmpty();
        page.screenshot(shot("case-page"));

        reports(
                "saeki",
                "emergencyNeeded",
                of("urgencyKinds", List.of("food", "medical"), "urgencyNote", "食べるものがない。"),
                "緊急支援の手続を始めました。次は「緊急支援を手配する」、担当: 佐伯 さん");
        office.as("aoki")
                .reports(
                        number,
                        "emergencyNeeded",
                        of(
                                "urgencyKinds",
                                List.of("food"),
                                "urgencyNote",
                                "電気も止まった。",
                                "emergencyFoundOn",
                                "2026-06-01"));
        page.navigate(page.url().replaceFirst("\\?.*", "/forms/emergencyNeeded"));
        assertThat(page.locator("ins").first()).isVisible();
        assertThat(at("saeki").barriersOfPage()).isEmpty();
        page.screenshot(shot("case-form"));
        page.goBack();
        reports(
                "saeki",
                "complaintReceived",
                of("complaintWay", "phoneIn", "complaintContent", "説明が足りない。"),
                "苦情への対応の手続を始めました");
        reports(
                "saeki",
                "welfareNeeded",
                of("welfareIntent", "yes", "placeTonight", "has", "welfareNeedReason", "収入がなくなった。"),
                "福祉事務所へのつなぎの手続を始めました");
        reports("saeki", "personMoved", of("moveKind", "insideWard", "address", "港区芝浦9-9-9"), "記録しました。このあとのタスクはありません");
        reports("saeki", "contactLost", of("safetyWorry", "no", "contactLostNote", "電話に出ない。"), "次は「連絡を試みる」");
        reports(
                "saeki",
                "contactResumed",
                of("contactResumedWay", "phoneIn", "contactResumedNote", "入院していた。"),
                "「連絡がついた」を記録しました");
        reports(
                "saeki",
                "welfareStarted",
                of("welfareStartDate", "2026-06-01", "welfareStartNote", "決定通知を見た。"),
                "次は「保護開始後の支援を見直す」");
        reports(
                "saeki",
                "consentWithdrawn",
                of("withdrawalManner", "oral", "consentWithdrawalNote", "もう伝えないでほしい。"),
                "次は「情報提供を止めたことを伝える」");
        reports(
                "saeki",
                "applicationWithdrawn",
                of("withdrawalManner", "oral", "applicationWithdrawalNote", "もう大丈夫とのこと。"),
                "次は「取下げの気持ちを確かめる」");
        at("manabe").visits("/cases/" + number);
        reports(
                "manabe",
                "workerChanged",
                of("newWorker", "aoki", "handoverNote", "毎月はじめに電話。"),
                "次は「担当の変更を本人に伝える」、担当: 青木 さん");
        reports("manabe", "personDied", of("diedOn", "2026-06-01", "deathReportedBy", "家族"), "次は「死亡後の整理をする」");
        Page over = at("manabe").page();
        assertThat(over.locator("#report ~ ul")).containsText("本人の死亡が記録されています。");
        assertThat(over.locator(".case-now-mark")).hasCount(1);
        assertThat(at("manabe").barriersOfPage()).isEmpty();
        over.selectOption(
                "#process", over.locator("#process option:text('緊急支援')").first().getAttribute("value"));
        assertThat(over.locator(".djs-shape[data-element-id=arrangeEmergencySupport].case-now"))
                .hasCount(1);
    }

    @Test
    void aPlanOrItsEvaluationIsBroughtForwardFromThePage() {
        String number = new LongCase(office).toTheSupport("2026-06-01", "変野 更", "へんの こう");
        at("saeki").visits("/cases/" + number);
        reports("saeki", "evaluationNeeded", of("evaluationNeededReason", "仕事が決まった。"), "次は「評価シートを作る」");
        number = new LongCase(office).toTheSupport("2026-06-01", "変野 新", "へんの しん");
        at("saeki").visits("/cases/" + number);
        reports("saeki", "planChangeNeeded", of("planChangeReason", "週3日にしたい。"), "次は「アセスメントをする」");
    }

    /** Nothing is sent unconfirmed, incomplete or twice, and an ended session takes nothing that was typed. */
    @Test
    void whatIsTypedOutlivesTheSessionAndIsSentOnce() {
        office.on("2026-06-01");
        String number = office.as("saeki").receives(Answers.named("頁野 守", "ぺえじの まもる", "1970-02-03"));
        Page page = at("saeki").visits("/cases/" + number + "/events/personDied");
        Keyboard keyboard = new Keyboard(page);
        keyboard.fill(PackagedForms.byKey().get("personDied").root(), of("deathReportedBy", "家族"));
        keyboard.presses("#send");
        assertThat(page.locator(".tsunagu-refusals")).containsText("まだ記録できません。次の1件");
        assertThat(at("saeki").barriersOfPage()).isEmpty();
        page.screenshot(shot("case-event-refused"));

        at("saeki").losesSession();
        // R8.5.3 is a date too, on the way
        keyboard.fill(PackagedForms.byKey().get("personDied").root(), of("diedOn", "R8.5.31"));
        assertThat(page.getByLabel("亡くなった日").first()).hasValue("2026-05-31");
        assertThat(page.locator(".tsunagu-status")).containsText("ログインの有効期限が切れました");
        keyboard.presses("#send");
        assertThat(page.locator(".tsunagu-refusals")).containsText("新しいタブでログイン");
        at("saeki").logsInElsewhere();
        keyboard.presses("#send");
        assertThat(page.locator("#not-confirmed")).isVisible();
        page.screenshot(shot("case-event-unconfirmed"));
        assertThat(office.as("manabe").steps(number)).doesNotContain("settleAfterDeath");

        page.reload();
        assertThat(page.locator(".tsunagu-status")).containsText("前回の続きから");
        keyboard.presses("#confirmed");
        page.evaluate("() => { const send = document.getElementById('send'); send.click(); send.click(); }");
        assertThat(page.locator("#done")).containsText("「本人が亡くなった」を記録しました");
        assertThat(office.as("manabe").steps(number)).containsExactly("settleAfterDeath");
        endsWithPeople(1);
    }

    /** From the page of the case, on which this person is, and back to it. */
    private void reports(String account, String message, Map<String, Object> answers, String then) {
        Page page = at(account).page();
        Keyboard keyboard = new Keyboard(page);
        keyboard.presses("a[href$='/events/" + message + "']");
        assertThat(page.locator(".fjs-form")).isVisible();
        assertThat(page.locator("#send")).isEnabled();
        keyboard.fill(PackagedForms.byKey().get(message).root(), answers);
        if (page.locator("#confirmed").count() > 0) {
            keyboard.presses("#confirmed");
        }
        page.screenshot(shot("event-" + message));
        keyboard.presses("#send");
        page.waitForFunction(
                "() => document.getElementById('done') || document.querySelector('.tsunagu-refusals:not([hidden])')");
        assertThat(page.locator("#done")).containsText(then);
        page.screenshot(shot("reported-" + message));
    }

    private static Page.ScreenshotOptions shot(String name) {
        return new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(java.nio.file.Path.of("target", "screenshots", name + ".png"));
    }
}
