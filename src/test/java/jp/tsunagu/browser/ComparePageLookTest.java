package jp.tsunagu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import jp.tsunagu.procedure.draft.Draft;
import jp.tsunagu.procedure.draft.Drafts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 手続管理者 sees in words and in the picture what a 改定案 changes. */
@Tag("full")
class ComparePageLookTest extends BrowserStory {

    private static final String DIAGRAM = "processes/plan-decision.bpmn";

    @Autowired
    Drafts drafts;

    @Test
    void theSentenceAndTheTwoPicturesSayTheSame() {
        Draft draft = drafts.begin("決裁の前に家計を確かめる", "年度の見直し", "tezuka");
        change(
                draft,
                DIAGRAM,
                text -> text.replace(
                                "sourceRef=\"checkPlan\" targetRef=\"checkSplit\" />",
                                "sourceRef=\"checkPlan\" targetRef=\"reviewHousehold\" />"
                                        + "<bpmn:userTask id=\"reviewHousehold\" name=\"家計を確かめる\" camunda:candidateGroups=\"household-supporter\" />"
                                        + "<bpmn:sequenceFlow id=\"reviewHousehold_checkSplit\" sourceRef=\"reviewHousehold\" targetRef=\"checkSplit\" />")
                        .replace(
                                "<bpmndi:BPMNShape id=\"checkSplit_di\"",
                                "<bpmndi:BPMNShape id=\"reviewHousehold_di\" bpmnElement=\"reviewHousehold\"><dc:Bounds x=\"460\" y=\"360\" width=\"100\" height=\"70\" /></bpmndi:BPMNShape>"
                                        + "<bpmndi:BPMNEdge id=\"reviewHousehold_checkSplit_di\" bpmnElement=\"reviewHousehold_checkSplit\"><di:waypoint x=\"510\" y=\"430\" /><di:waypoint x=\"510\" y=\"485\" /></bpmndi:BPMNEdge>"
                                        + "<bpmndi:BPMNShape id=\"checkSplit_di\"")
                        .replace("name=\"係長の判断\"", "name=\"係長はどうしたか\"")
                        .replace("camunda:formRef=\"recheckWithAgencies\"", "camunda:formRef=\"recheckWithPerson\""));
        change(draft, "processes/step-target.dmn", text -> text.replaceFirst("<text>10</text>", "<text>12</text>"));
        change(
                draft,
                "forms/08-confirm-screening.form",
                text -> text.replace("差し戻す理由", "差戻しの理由").replace("この結果でよい", "確認した"));
        Desk desk = at("tezuka");
        String address = "/procedures/compare?before=set-" + draft.baseSet() + "&after=draft-" + draft.id();
        Page page = desk.visits(address + "&file=" + DIAGRAM);
        assertThat(page.locator("#diagram-status")).isEmpty();
        assertThat(page.locator("#words li")).hasCount(5);
        assertThat(page.locator("#diagram-after [data-element-id=reviewHousehold].cmp-added"))
                .hasCount(1);
        assertThat(page.locator("#diagram-before .cmp-added")).hasCount(0);
        shot(page, "compare-diagram");

        Keyboard keyboard = new Keyboard(page);
        keyboard.presses("#words li[data-element=recheckWithAgencies] button");
        shot(page, "compare-pressed");
        assertThat(page.locator("#diagram-before [data-element-id=recheckWithAgencies].cmp-changed"))
                .isInViewport();
        assertThat(page.locator("#diagram-after [data-element-id=recheckWithAgencies].cmp-changed"))
                .isInViewport();
        assertThat(desk.barriersOfPage()).isEmpty();

        desk.visits(address + "&file=processes/step-target.dmn");
        assertThat(page.locator(".compare-tables tbody tr:visible")).hasCount(2);
        shot(page, "compare-table");
        page.locator("#show-same").check();
        assertThat(page.locator(".compare-tables tbody tr:visible")).hasCount(140);
        shot(page, "compare-table-whole");
        assertThat(desk.barriersOfPage()).isEmpty();

        desk.visits(address + "&file=forms/08-confirm-screening.form");
        assertThat(page.locator(".compare-form tbody tr:visible")).hasCount(2);
        shot(page, "compare-form");
        assertThat(desk.barriersOfPage()).isEmpty();

        Draft upgrade = drafts.begin("新しい本体", "版上げ", "hirai");
        change(upgrade, DIAGRAM, text -> text.replace("name=\"係長の判断\"", "name=\"係長の承認\""));
        desk.visits("/procedures/compare?before=draft-" + draft.id() + "&after=draft-" + upgrade.id() + "&base=set-"
                + draft.baseSet());
        assertThat(page.locator(".badge--error")).hasCount(1);
        shot(page, "compare-three");
        assertThat(desk.barriersOfPage()).isEmpty();
        endsWithPeople(1);
    }

    private void change(Draft draft, String file, UnaryOperator<String> edit) {
        String text = new String(drafts.files(draft.id()).content(file).orElseThrow(), StandardCharsets.UTF_8);
        drafts.save(draft.id(), file, edit.apply(text).getBytes(StandardCharsets.UTF_8), 0, "tezuka");
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
