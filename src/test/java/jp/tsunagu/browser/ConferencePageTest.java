package jp.tsunagu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.tsunagu.story.Answers.item;
import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 支援調整会議 on the screen: 主任 prepares a meeting by keyboard alone, and nobody is shut out. */
class ConferencePageTest extends BrowserStory {

    private static final int MOST = 30;

    @Autowired
    private Accounts accounts;

    @Test
    void theChiefPreparesAMeetingByKeyboard() {
        office.on("2026-06-01");
        String number = onTheAgenda();
        Page page = at("manabe").visits("/conferences");
        assertThat(at("manabe").barriersOfPage()).isEmpty();
        shoot(page, "conferences");

        press(page.getByRole(AriaRole.LINK, named("令和8年6月10日")));
        assertThat(page.locator("h1")).containsText("令和8年6月10日");
        assertThat(page.getByText("まだ名簿にない")).isVisible();
        Locator adding = page.locator("details").filter(new Locator.FilterOptions().setHasText("出席を求める人を加える"));
        press(adding.locator("summary"));
        choose(page, "#kind", "センター以外");
        choose(page, "#body", "医療");
        type(page, "#organization", "例町医院");
        type(page, "#name", "医師 一郎");
        page.locator("input[name=confidentiality]").focus();
        page.keyboard().press("Space");
        press(page.getByText("名簿に加える"));
        assertThat(page.getByRole(AriaRole.CELL, cell("例町医院"))).isVisible();
        page.locator("details").all().forEach(details -> details.evaluate("part => part.open = true"));
        assertThat(at("manabe").barriersOfPage()).isEmpty();
        shoot(page, "conference");

        page = asMember();
        assertThat(page.getByText("読んだことは、情報の提供として記録されます", new Page.GetByTextOptions().setExact(false)))
                .isVisible();
        assertThat(page.getByRole(AriaRole.LINK, named("インテーク・アセスメントシート"))).isVisible();
        assertThat(at("kaigi").barriersOfPage()).isEmpty();
        shoot(page, "conference-member");

        page = at("saeki").visits("/cases/" + number + "/disclosures");
        assertThat(at("saeki").barriersOfPage()).isEmpty();
        press(page.locator("summary").first());
        assertThat(page.getByText("この記録を印刷する")).isVisible();
        assertThat(at("saeki").barriersOfPage()).isEmpty();
        shoot(page, "disclosures");
        endsWithPeople(3);
    }

    /** A member of the meeting with an account, three days before it. */
    private Page asMember() {
        accounts.ensure("kaigi", "構成", "一郎", "demo", List.of(Roles.CONFERENCE_MEMBER));
        String meeting = at("manabe").page().url().replaceAll(".*/", "");
        office.logsIn("manabe")
                .posts(
                        "/conferences/" + meeting + "/attendees",
                        Map.of(
                                "kind", "outside",
                                "body", "provider",
                                "organization", "支援の会",
                                "name", "構成 一郎",
                                "account", "kaigi",
                                "confidentiality", "on"));
        office.on("2026-06-08");
        return at("kaigi").visits("/conferences/" + meeting);
    }

    private String onTheAgenda() {
        String number = office.as("saeki").receives(Answers.named("会田 議", "かいだ はかる", "1985-03-05"));
        office.as("saeki").does(number, "decideTriage", Answers.triage("continueSupport"));
        office.as("saeki")
                .does(
                        number,
                        "obtainApplicationAndConsent",
                        with(
                                Answers.application(),
                                "consent",
                                "partial",
                                "consentScope",
                                List.of("medical", "provider"),
                                "consentItems",
                                List.of("name", "health", "assessment")));
        office.as("saeki").does(number, "assess", Answers.assessment());
        office.as("saeki").does(number, "screen", Answers.screening("plan"));
        office.as("manabe").does(number, "confirmScreening", Answers.confirmation());
        office.as("saeki").does(number, "draftPlan", Answers.plan(item("informal", "例町の会", 6, false)));
        office.as("saeki").does(number, "obtainPlanAgreement", Answers.agreement());
        office.as("manabe").does(number, "convenePlanConference", Answers.meetingOn(LocalDate.parse("2026-06-10")));
        assertThat(Office.today()).isEqualTo("2026-06-01");
        return number;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions cell(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** Goes to it with the keyboard and presses Enter. */
    private static void press(Locator what) {
        what.first().focus();
        what.first().press("Enter");
    }

    /** Goes down a list until the words stand there. */
    private static void choose(Page page, String field, String words) {
        Locator list = page.locator(field);
        list.focus();
        for (int i = 0; i < MOST && !chosen(list).contains(words); i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(chosen(list)).contains(words);
    }

    private static String chosen(Locator list) {
        return (String) list.evaluate("list => list.selectedOptions[0].textContent");
    }

    private static void type(Page page, String field, String text) {
        page.locator(field).focus();
        page.keyboard().insertText(text);
    }

    private static void shoot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screens/" + name + ".png")));
    }
}
