package jp.tsunagu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.draft.Drafts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator changes the procedure without a programmer, leaves in the middle, and comes back to what was typed. */
@Tag("full")
class ProcedureEditorStoryTest extends BrowserStory {

    private static final String MAIN = "processes/self-reliance-support.bpmn";
    private static final String FINDING = """
            [{"rule": "example", "severity": "ERROR", "file": "%s", "element": "screen", "message": "例の指摘です。", "walk": ["decideTriage", "assess"]}]
            """.formatted(MAIN);

    @Autowired
    Drafts drafts;

    private Page page;

    @Test
    void aStepIsInsertedAndNothingIsLostOnTheWay() {
        Desk desk = at("tezuka");
        page = desk.visits("/procedures");
        looks("procedures");
        assertThat(desk.barriersOfPage()).isEmpty();
        page.locator("summary", new Page.LocatorOptions().setHasText("改定案を始める")).click();
        page.fill("#title", "家計アセスメントを加える");
        page.fill("#reason", "令和9年4月の要領改正による");
        page.getByText("この名前で始める").click();
        page.waitForURL("**/procedures/drafts/*");
        assertThat(page.locator("#findings h3, #findings .message").first()).isVisible();
        assertThat(desk.barriersOfPage()).isEmpty();
        int draft = Integer.parseInt(page.url().replaceAll(".*/", ""));
        String editor = "/procedures/drafts/" + draft + "/edit?file=" + MAIN;

        desk.visits(editor);
        says("開きました");
        page.locator("#choose").selectOption("employmentHearingSplit_screen");
        page.locator("[data-insert=userTask]").press("Enter");
        typed("name", "家計アセスメント");
        assertThat(page.locator("[data-key=id]")).hasValue("householdAssessment");
        assertThat(page.locator("[data-key=role-consultation-supporter]")).isChecked();
        page.locator("[data-key=role-consultation-supporter]").uncheck();
        assertThat(page.locator(".panel-lane")).containsText("「相談支援員」の帯にありますが、担当に選ばれていません");
        page.locator("[data-key=role-household-supporter]").check();
        page.locator("[data-key=form]").selectOption(" new");
        typed("targetDays", "14");
        says("一時保存しました");
        looks("procedure-inserted");

        desk.losesSession();
        desk.logIn();
        desk.visits(editor + "&element=householdAssessment");
        says("続きから開きました");
        assertThat(page.locator("[data-key=name]")).hasValue("家計アセスメント");
        assertThat(page.locator("[data-key=targetDays]")).hasValue("14");
        page.route("**/api/procedures/drafts/*/findings", ProcedureEditorStoryTest::finds);
        page.locator("#save").click();
        says("保存しました");
        page.locator("#tab-1").click();
        page.locator(".findings-one--error").click();
        assertThat(page.locator("[data-element-id=screen].has-error")).isVisible();
        assertThat(page.locator("[data-element-id=assess].on-walk")).hasCount(1);
        assertThat(page.locator(".finding-badge--error")).isVisible();
        assertThat(desk.barriersOfPage()).isEmpty();
        looks("procedure-finding");

        isInTheDraft(draft);
        page.locator("#leave").click();
        assertThat(page.locator("tbody").first()).containsText("家計アセスメント");
        looks("procedure-draft");
        isOverwrittenByNobody(editor);
        endsWithPeople(2);
    }

    private void isInTheDraft(int draft) {
        ProcedureFiles files = drafts.files(draft);
        assertThat(text(files, MAIN))
                .contains("<bpmn:flowNodeRef>householdAssessment</bpmn:flowNodeRef>")
                .contains("id=\"householdAssessment_screen\" sourceRef=\"householdAssessment\" targetRef=\"screen\"")
                .containsPattern(
                        "<bpmn:userTask id=\"householdAssessment\" name=\"家計アセスメント\"[^>]*"
                                + "camunda:candidateGroups=\"household-supporter\"[^>]*dueDate=\"\\$\\{deadlines.due\\(execution\\)}\"");
        assertThat(text(files, "processes/step-target.dmn")).contains("\"householdAssessment\"");
        assertThat(text(files, "forms/household-assessment.form")).contains("\"householdAssessment\"");
    }

    /** Two have it open: the second to save is told, and keeps what was typed. */
    private void isOverwrittenByNobody(String editor) {
        at("tezuka").visits(editor + "&element=householdAssessment");
        says("開きました");
        Page other = at("hirai").visits(editor + "&element=householdAssessment");
        assertThat(other.locator("#notices")).containsText("手塚 さんが編集中です");
        typed("name", "家計の聞き取り");
        page.locator("#save").click();
        says("保存しました");
        other.locator("[data-key=name]").fill("家計の確認");
        other.keyboard().press("Tab");
        other.locator("#save").click();
        assertThat(other.locator("[data-key=stale]")).containsText("手塚 さんが同じファイルを保存しました");
        assertThat(other.locator("[data-key=name]")).hasValue("家計の確認");
        String kept = other.waitForDownload(
                        () -> other.getByText("自分の変更を手元に保存").first().click())
                .suggestedFilename();
        assertThat(kept).isEqualTo("self-reliance-support.bpmn");
    }

    private static void finds(Route route) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(FINDING));
    }

    private void typed(String field, String text) {
        Locator input = page.locator("[data-key=" + field + "]");
        input.fill(text);
        input.press("Tab");
    }

    private void says(String text) {
        assertThat(page.locator("#status")).containsText(text);
    }

    private void looks(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    private static String text(ProcedureFiles files, String name) {
        return new String(files.content(name).orElseThrow(), StandardCharsets.UTF_8);
    }
}
