package jp.tsunagu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.draft.Drafts;
import jp.tsunagu.procedure.publish.CasesBefore;
import jp.tsunagu.procedure.publish.CasesUnderWay;
import jp.tsunagu.procedure.publish.EffectClass;
import jp.tsunagu.procedure.publish.PublishingOffice;
import jp.tsunagu.procedure.publish.Reception;
import jp.tsunagu.story.Answers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/**
 * The ward changes its rules: an administrator inserts 家計アセスメント without a programmer, another one approves, it comes
 * into force on its day, and each of two hundred running cases is treated as the page had promised. Then the step goes again.
 */
@Tag("full")
@Tag("own-application")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProcedureChangeStoryTest extends BrowserStory {

    private static final int CASES = 200;
    private static final String STEP = "householdAssessment";
    private static final String TARGETS = "processes/step-target.dmn";
    private static final String PROCESS = "selfRelianceSupport/";

    /** More than any list of them has. */
    private static final int MANY_STEPS = 100;

    /** As long as all told cases take on a busy machine. */
    private static final double TOLD_CASES_MS = 180_000;

    @Autowired
    private Drafts drafts;

    private PublishingOffice administrators;
    private CasesUnderWay people;
    private CasesBefore before;
    private Reception reception;
    private Desk tezuka;
    private Page page;

    @BeforeEach
    void monday(@Autowired AutowireCapableBeanFactory beans) {
        administrators = beans.createBean(PublishingOffice.class);
        before = beans.createBean(CasesBefore.class);
        reception = beans.createBean(Reception.class);
        people = new CasesUnderWay(office);
        office.clock("2026-10-05T10:00");
        tezuka = at("tezuka");
        page = tezuka.page();
    }

    @Test
    @Order(1)
    void aStepIsInsertedAndTwoHundredCasesAreTreatedAsPromised() {
        List<String> assessing = List.of(people.atAssessment("移行 一"), people.atAssessment("移行 二"));
        String assessed = people.assessed("移行 三");
        String inEmergency = people.onlyInEmergency("移行 四");
        List<String> all = new ArrayList<>(assessing);
        all.addAll(List.of(assessed, inEmergency, people.atTheOffice("移行 五"), people.atApplication("移行 六")));
        all.addAll(reception.many(CASES - all.size()));
        before.note(all);

        int draft = beginsDraft();
        insertsTheStep(draft);
        isInTheDraft(draft);
        playsTheToldCases(draft);
        looksAtTheCases(draft);
        Map<EffectClass, Set<String>> promised = before.promised(draft);
        assertThat(promised.get(EffectClass.MOVES)).containsAll(assessing).doesNotContain(assessed);
        assertThat(promised.get(EffectClass.OLD)).contains(assessed);
        assertThat(promised.get(EffectClass.UNAFFECTED)).containsExactly(inEmergency);
        before.areUntouched();

        proposes(draft);
        approves(draft);
        int setBefore = administrators.looksAtTheCalendar();
        before.areUntouched();
        office.clock("2026-10-07T00:01");
        int set = administrators.looksAtTheCalendar();
        assertThat(set).isGreaterThan(setBefore);
        tezuka.visits("/procedures/drafts/" + draft + "/publication");
        looks("change-moving");
        administrators.movesTheCases();
        tezuka.visits("/procedures/drafts/" + draft + "/publication");
        assertThat(page.locator("#content")).containsText("終わりました。");
        looks("change-published");
        before.areTreatedAsPromised(draft, set);

        String begun = people.assessed("新規 一");
        Desk nishina = at("nishina");
        nishina.opens("家計アセスメント", begun);
        nishina.page().locator(".tsunagu-form textarea").fill("収入より支出が多い。");
        nishina.shot("change-new-case");
        assertThat(nishina.completes()).isEmpty();
        assertThat(office.as("saeki").steps(begun)).containsExactly("screen");
        office.as("saeki").does(assessing.get(0), "assess", Answers.assessment());
        assertThat(office.as("nishina").steps(assessing.get(0)))
                .as("moved: takes the step")
                .contains(STEP);
        assertThat(office.as("saeki").steps(assessed)).as("promised to stay").containsExactly("screen");
        endsWithPeople(3);
    }

    /** The step goes again: those who stand in it need somewhere to go, chosen with the mouse, and with the keyboard. */
    @Test
    @Order(2)
    void whereTheCasesOfAStepThatHasGoneGoIsChosenInThePicture() {
        office.clock("2026-10-08T10:00");
        List<String> standing = List.of(people.assessed("対応 一"), people.assessed("対応 二"));
        before.note(standing);
        ProcedureFiles first = administrators.first();
        int draft = administrators.draft(
                "家計アセスメントをやめる",
                Map.of(
                        DiagramEditor.MAIN,
                        first.contents().get(DiagramEditor.MAIN),
                        TARGETS,
                        first.contents().get(TARGETS)));
        tezuka.visits("/procedures/drafts/" + draft + "/effect");
        tries();
        assertThat(page.locator("#picture-before [data-element-id=" + STEP + "].cmp-removed"))
                .isVisible();
        looks("effect-gone");
        assertThat(tezuka.barriersOfPage()).isEmpty();

        Locator list = page.locator("select[data-place]");
        Locator says = page.locator("#picture-status");
        int atScreening = cases("after", "screen");
        pressed("employmentHearingSplit");
        assertThat(says).containsText("人が行う手順ではありません");
        assertThat(list).hasValue("");
        pressed("screen");
        assertThat(list).hasValue("screen");
        assertThat(says).containsText("移る先は「スクリーニングをする」です");
        assertThat(page.locator("#picture-after [data-element-id=screen].cmp-chosen"))
                .isVisible();
        assertThat(cases("after", "screen")).isEqualTo(atScreening + cases("before", STEP));
        looks("effect-chosen");
        list.focus();
        page.keyboard().press("Home");
        assertThat(list).hasValue("");
        assertThat(page.locator("#picture-after .cmp-chosen")).hasCount(0);
        for (int key = 0; key < MANY_STEPS && !list.inputValue().equals("screen"); key++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(list).hasValue("screen");
        assertThat(page.locator("#picture-after [data-element-id=screen].cmp-chosen"))
                .isVisible();
        assertThat(needingAStep()).hasText("3件");
        tries();
        assertThat(needingAStep()).hasText("0件");
        assertThat(list).hasValue("screen");
        assertThat(before.promised(draft).get(EffectClass.MOVES)).containsAll(standing);
        assertThat(tezuka.barriersOfPage()).isEmpty();
        endsWithPeople(1);
    }

    private void tries() {
        page.locator("#content form button[type=submit]").click();
    }

    private Locator needingAStep() {
        return page.locator("section .facts dd strong").first();
    }

    private int cases(String side, String step) {
        return Integer.parseInt(page.locator("#picture-" + side + " [data-element-id=" + step + "] .heat-badge")
                .textContent());
    }

    private void pressed(String step) {
        page.locator("#picture-after [data-element-id=" + step + "] .djs-hit")
                .first()
                .click();
    }

    private int beginsDraft() {
        tezuka.visits("/procedures");
        looks("change-procedures");
        assertThat(tezuka.barriersOfPage()).isEmpty();
        page.locator("summary", new Page.LocatorOptions().setHasText("改定案を始める")).click();
        page.fill("#title", "家計アセスメントを加える");
        page.fill("#reason", "令和9年4月の要領改正による");
        page.getByText("この名前で始める").click();
        page.waitForURL("**/procedures/drafts/*");
        return Integer.parseInt(page.url().replaceAll(".*/", ""));
    }

    /** First without a form and days: the check says so, and says no more once it is mended. */
    private void insertsTheStep(int draft) {
        DiagramEditor editor = new DiagramEditor(tezuka, draft);
        editor.opens();
        editor.says("開きました");
        editor.inserts("employmentHearingSplit_screen", "家計アセスメント");
        assertThat(editor.panel("id")).hasValue(STEP);
        editor.saves();
        Locator errors = editor.findings().and(page.locator(".findings-one--error"));
        assertThat(errors.filter(saying("入力フォームがありません")).first()).isVisible();
        errors.filter(saying("入力フォームがありません")).first().click();
        assertThat(page.locator("[data-element-id=" + STEP + "].has-error")).isVisible();
        looks("change-findings");
        assertThat(tezuka.barriersOfPage()).isEmpty();

        page.locator("#tab-0").click();
        assertThat(editor.panel("role-consultation-supporter")).isChecked();
        editor.panel("role-consultation-supporter").uncheck();
        assertThat(page.locator(".panel-lane")).containsText("「相談支援員」の帯にありますが、担当に選ばれていません");
        editor.panel("role-household-supporter").check();
        editor.panel("form").selectOption(" new");
        editor.types("targetDays", "14");
        editor.says("一時保存しました");
        tezuka.losesSession();
        tezuka.logIn();
        editor.opens(STEP);
        editor.says("続きから開きました");
        assertThat(editor.panel("name")).hasValue("家計アセスメント");
        assertThat(editor.panel("targetDays")).hasValue("14");
        looks("change-inserted");
        editor.saves();
        editor.findings();
        looks("change-mended");
        assertThat(errors).hasCount(0);
        page.locator("#leave").click();
        assertThat(page.locator("tbody").first()).containsText("家計アセスメント");
        assertThat(page.locator("#findings h3, #findings .message").first()).isVisible();
        looks("change-draft");
        assertThat(tezuka.barriersOfPage()).isEmpty();
    }

    private void isInTheDraft(int draft) {
        ProcedureFiles files = drafts.files(draft);
        assertThat(text(files, DiagramEditor.MAIN))
                .contains("<bpmn:flowNodeRef>householdAssessment</bpmn:flowNodeRef>")
                .contains("id=\"householdAssessment_screen\" sourceRef=\"householdAssessment\" targetRef=\"screen\"")
                .containsPattern(
                        "<bpmn:userTask id=\"householdAssessment\" name=\"家計アセスメント\"[^>]*"
                                + "camunda:candidateGroups=\"household-supporter\"[^>]*dueDate=\"\\$\\{deadlines.due\\(execution\\)}\"");
        assertThat(text(files, TARGETS)).contains("\"householdAssessment\"");
        assertThat(text(files, "forms/household-assessment.form")).contains("\"householdAssessment\"");
    }

    private void playsTheToldCases(int draft) {
        tezuka.visits("/procedures/drafts/" + draft + "/scenarios");
        page.getByText("すべて実行する").click();
        assertThat(page.locator(".scenario-sum"))
                .containsText("未実行 0件", new LocatorAssertions.ContainsTextOptions().setTimeout(TOLD_CASES_MS));
        Locator red = page.locator("tbody tr", new Page.LocatorOptions().setHas(page.locator(".badge--error")));
        assertThat(red.first()).containsText("家計アセスメント");
        assertThat(page.locator(".scenario-green").first()).isVisible();
        looks("change-told-cases");
        assertThat(tezuka.barriersOfPage()).isEmpty();
    }

    /** 経過措置: who has not been assessed yet takes the new step, everybody else ends as they began. */
    private void looksAtTheCases(int draft) {
        tezuka.visits("/procedures/drafts/" + draft + "/effect");
        page.locator("input[name=rule][value=MOVE_FROM]").check();
        page.locator("summary", new Page.LocatorOptions().setHasText("移るケースの手順を選ぶ"))
                .click();
        for (String step : List.of("decideTriage", "obtainApplicationAndConsent", "assess")) {
            page.locator("input[name=from][value='" + PROCESS + step + "']").check();
        }
        tries();
        assertThat(page.locator("#found-heading")).containsText(CASES + "件");
        assertThat(page.locator("#picture-after [data-element-id=decideTriage] .heat-badge"))
                .hasText(String.valueOf(CASES - 6));
        assertThat(page.locator("#picture-after [data-element-id=" + STEP + "] .djs-visual"))
                .isVisible();
        assertThat(page.locator("#picture-before [data-element-id=screen] .heat-badge"))
                .hasText("1");
        assertThat(page.locator("#picture-after [data-element-id=screen] .heat-badge"))
                .hasCount(0);
        looks("change-effect");
        assertThat(tezuka.barriersOfPage()).isEmpty();
    }

    private void proposes(int draft) {
        tezuka.visits("/procedures/drafts/" + draft + "/publication");
        Locator reasons = page.locator("textarea[name^='reason.']");
        assertThat(reasons.first()).isVisible();
        reasons.all().forEach(reason -> reason.fill("新しい手順を加えるための違いで、要領の改正のとおり。"));
        page.fill("#effectiveOn", "R8.10.7");
        looks("change-reasons");
        assertThat(tezuka.barriersOfPage()).isEmpty();
        page.locator("button[value=propose]").click();
        assertThat(page.locator("#content")).containsText("承認を求めました");
        assertThat(page.locator("button[value=approve]")).hasCount(0);
        looks("change-proposed");
    }

    /** In a browser of his own, from the first page on. */
    private void approves(int draft) {
        Desk hirai = at("hirai");
        Page his = hirai.visits("/procedures");
        his.locator("a[href='/procedures/drafts/" + draft + "']").first().click();
        his.locator("nav.tabs a[href$='/publication']").click();
        looks(his, "change-to-approve");
        assertThat(hirai.barriersOfPage()).isEmpty();
        his.locator("button[value=approve]").click();
        assertThat(his.locator("#content")).containsText("施行待ち");
        assertThat(his.locator("#content")).containsText("令和8年10月7日");
        looks(his, "change-approved");
    }

    private static Locator.FilterOptions saying(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private void looks(String name) {
        looks(page, name);
    }

    private static void looks(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    private static String text(ProcedureFiles files, String name) {
        return new String(files.content(name).orElseThrow(), StandardCharsets.UTF_8);
    }
}
