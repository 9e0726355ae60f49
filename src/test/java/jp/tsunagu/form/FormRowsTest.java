package jp.tsunagu.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that repeat: every row is checked like a small form of its own, and named by its number. */
class FormRowsTest {

    private static final String NO_ROWS = "goals 目標: 行の一覧で、200行以内にしてください。";

    private static final SmallForm GOALS = SmallForm.of("""
            {"type": "dynamiclist", "label": "目標", "path": "goals", "components": [
              {"type": "textfield", "key": "service", "label": "支援", "readonly": true, "validate": {"maxLength": 5}},
              {"type": "textfield", "key": "goal", "label": "内容", "validate": {"required": true, "maxLength": 10}},
              {"type": "number", "key": "months", "label": "月数", "validate": {"max": 12}}]}
            """);

    private static String rows(int count) {
        return "{\"goals\": [%s]}".formatted(String.join(",", Collections.nCopies(count, "{\"goal\": \"甲\"}")));
    }

    @Test
    void aRowIsNamedByItsNumber() {
        assertThat(GOALS.refusals("{\"goals\": [{\"goal\": \"甲\"}, {\"goal\": \"　\", \"months\": 13}]}"))
                .containsExactly("goals[1].goal 目標 2行目 内容: 入力してください。", "goals[1].months 目標 2行目 月数: 12以下の数字を入力してください。");
    }

    @Test
    void whatIsLeftEmptyInARowIsKeptAsEmpty() {
        assertThat(GOALS.answers("{\"goals\": [{\"goal\": \"甲\"}]}"))
                .isEqualTo(SmallForm.json("{\"goals\": [{\"goal\": \"甲\", \"months\": null}]}"));
    }

    @Test
    void noRowsAreAnAnswer() {
        assertThat(GOALS.answers("{\"goals\": []}")).isEqualTo(SmallForm.json("{\"goals\": []}"));
        assertThat(GOALS.answers("{\"goals\": null}")).isEqualTo(SmallForm.json("{\"goals\": null}"));
        assertThat(GOALS.answers("{}")).isEqualTo(SmallForm.json("{\"goals\": null}"));
    }

    @Test
    void tooManyRows() {
        assertThat(GOALS.refusals(rows(200))).isEmpty();
        assertThat(GOALS.refusals(rows(201))).containsExactly(NO_ROWS);
        assertThat(GOALS.refusals(rows(50_000))).containsExactly(NO_ROWS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"0\": {\"goal\": \"甲\"}}", "\"甲\"", "\"\"", "3", "true"})
    void rowsAreAList(String value) {
        assertThat(GOALS.refusals("{\"goals\": %s}".formatted(value))).containsExactly(NO_ROWS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1", "\"甲\"", "true", "[]", "[{\"goal\": \"甲\"}]"})
    void aRowIsAnObject(String row) {
        assertThat(GOALS.refusals("{\"goals\": [{\"goal\": \"甲\"}, %s]}".formatted(row)))
                .containsExactly("goals[1] 目標 2行目: 行として入力してください。");
    }

    @Test
    void aNameTheRowDoesNotKnowIsRefused() {
        assertThat(GOALS.refusals("{\"goals\": [{\"goal\": \"甲\", \"goals\": 1}], \"goal\": \"甲\"}"))
                .containsExactly(
                        "null null: この入力フォームにない項目が送られました。画面を開き直してください。",
                        "goals[0] null: この入力フォームにない項目が送られました。画面を開き直してください。");
    }

    @Test
    void whatARowOnlyShowsIsNotTakenFromTheBrowser() {
        assertThat(GOALS.answers("{\"goals\": [{\"service\": \"家計\", \"goal\": \"甲\"}]}"))
                .isEqualTo(SmallForm.json("{\"goals\": [{\"goal\": \"甲\", \"months\": null}]}"));
    }

    private static final SmallForm RESULTS =
            SmallForm.of("""
            {"type": "dynamiclist", "label": "結果", "path": "results", "allowAddRemove": false, "components": [
              {"type": "checkbox", "key": "later", "label": "次回"},
              {"type": "group", "label": "目標", "components": [
                {"type": "textfield", "key": "goal", "label": "目標", "readonly": true, "conditional": {"hide": "=later = true"}}]},
              {"type": "textfield", "key": "note", "label": "説明", "validate": {"required": true},
               "conditional": {"hide": "=goal = \\"通院\\""}}]}
            """).with("{\"results\": [{\"goal\": \"外出\"}, {\"goal\": \"通院\"}]}");

    @Test
    void aRowOfTheServerKeepsWhatItIsAboutAsTheServerKnowsIt() {
        assertThat(RESULTS.answers("""
                        {"results": [{"goal": "通院", "note": "週2回"}, {"goal": "外出", "note": "消える"}]}""")).isEqualTo(SmallForm.json("""
                        {"results": [{"goal": "外出", "later": null, "note": "週2回"}, {"goal": "通院", "later": null}]}"""));
        assertThat(RESULTS.answers("{\"results\": [{\"later\": true, \"note\": \"甲\"}, {}]}")
                        .path("results")
                        .path(0)
                        .has("goal"))
                .as("hidden")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"results\": []}", "{\"results\": [{}]}", "{\"results\": [{}, {}, {\"goal\": \"足した\"}]}"
            })
    void rowsOfTheServerAreNeitherAddedNorRemoved(String document) {
        assertThat(RESULTS.refusals(document)).containsExactly("results 結果: この一覧の行は、足すことも消すこともできません。画面を開き直してください。");
    }

    @Test
    void whereTheServerHasNoRowsThereAreNone() {
        assertThat(RESULTS.with("{\"results\": []}").answers("{}")).isEqualTo(SmallForm.json("{\"results\": null}"));
    }

    @Test
    void anAnswerStaysWithItsRowWhenTheRowsChange() {
        FormField list = RESULTS.schema().fixedLists().get(0);
        JsonNode answered = SmallForm.json("""
                {"rows": [{"goal": "外出", "note": "一"}, {"goal": "通院", "note": "二"}, {"goal": "外出", "note": "三"}, 4]}""").path("rows");
        JsonNode today = SmallForm.json("""
                {"rows": [{"goal": "就職"}, {"goal": "外出"}, {"goal": "外出"}, {"goal": "外出"}]}""").path("rows");

        assertThat(FixedRows.carriedOn(list, today, answered))
                .isEqualTo(SmallForm.json("""
                        {"rows": [{"goal": "就職"}, {"goal": "外出", "note": "一"}, {"goal": "外出", "note": "三"}, {"goal": "外出"}]}""").path("rows"));
    }

    @Test
    void rowsInRows() {
        SmallForm form = SmallForm.of("""
                {"type": "dynamiclist", "label": "世帯", "path": "families", "components": [
                  {"type": "dynamiclist", "label": "子", "path": "children", "components": [
                    {"type": "number", "key": "age", "label": "年齢", "validate": {"required": true}}]}]}
                """);

        assertThat(form.answers("{\"families\": [{\"children\": [{\"age\": 3}, {\"age\": 5}]}, {}]}"))
                .isEqualTo(SmallForm.json(
                        "{\"families\": [{\"children\": [{\"age\": 3}, {\"age\": 5}]}, {\"children\": null}]}"));
        assertThat(form.refusals("{\"families\": [{}, {\"children\": [{\"age\": 3}, {}]}]}"))
                .containsExactly("families[1].children[1].age 世帯 2行目 子 2行目 年齢: 入力してください。");
    }

    @Test
    void theRowsOfAPlanAreCheckedLikeThis() {
        FormSchema plan = FormFiles.named("09-draft-plan.form");
        CheckedDocument checked = FormValidator.check(
                plan,
                SmallForm.json("""
                        {"planItems": [{"service": "housing", "provider": "甲", "content": "乙", "responsible": "丙",
                                        "from": "2026-06-31", "to": "2026-12-31", "applied": "はい"}]}"""),
                SmallForm.json("{\"serviceCatalogue\": [{\"label\": \"家計改善支援\", \"value\": \"household\"}]}"));

        assertThat(SmallForm.lines(checked.refusals()))
                .filteredOn(line -> line.startsWith("planItems"))
                .containsExactly(
                        "planItems[0].service 支援の内容 1行目 支援の種類: 選択肢から選んでください。",
                        "planItems[0].from 支援の内容 1行目 開始: この日付は暦にありません。入力し直してください（例: 2026-09-18、令和8年9月18日）。",
                        "planItems[0].applied 支援の内容 1行目 この支援の利用を申し込む（就労準備支援・家計改善支援・学習相談）: チェックの有無で答えてください。");
    }
}
