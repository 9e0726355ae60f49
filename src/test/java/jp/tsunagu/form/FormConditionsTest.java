package jp.tsunagu.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A part that its condition hides is neither asked nor kept; the server decides that itself. */
class FormConditionsTest {

    private static final SmallForm DEBTS = SmallForm.of("""
            {"type": "radio", "key": "hasDebts", "label": "債務",
             "values": [{"label": "ある", "value": "yes"}, {"label": "ない", "value": "no"}]},
            {"type": "textfield", "key": "lender", "label": "借入先", "validate": {"required": true, "maxLength": 5},
             "conditional": {"hide": "=not(hasDebts = \\"yes\\")"}}
            """);

    private static SmallForm hiddenWhen(String condition) {
        return SmallForm.of("""
                {"type": "textfield", "key": "other", "label": "他"},
                {"type": "textfield", "key": "field", "label": "項目", "validate": {"required": true},
                 "conditional": {"hide": "%s"}}
                """.formatted(condition));
    }

    @Test
    void whatIsHiddenIsNotAsked() {
        assertThat(DEBTS.refusals("{\"hasDebts\": \"no\"}")).isEmpty();
        assertThat(DEBTS.refusals("{}")).isEmpty();
        assertThat(DEBTS.refusals("{\"hasDebts\": \"yes\"}")).containsExactly("lender 借入先: 入力してください。");
    }

    @Test
    void whatIsHiddenIsNotKeptAndNotChecked() {
        assertThat(DEBTS.answers("{\"hasDebts\": \"no\", \"lender\": \"前に書いた長い名前\"}"))
                .isEqualTo(SmallForm.json("{\"hasDebts\": \"no\"}"));
        assertThat(DEBTS.answers("{\"hasDebts\": \"no\", \"lender\": {\"a\": [1]}}"))
                .isEqualTo(SmallForm.json("{\"hasDebts\": \"no\"}"));
    }

    @Test
    void whatIsShownIsKept() {
        assertThat(DEBTS.answers("{\"hasDebts\": \"yes\", \"lender\": \"甲銀行\"}"))
                .isEqualTo(SmallForm.json("{\"hasDebts\": \"yes\", \"lender\": \"甲銀行\"}"));
    }

    @Test
    void aHiddenGroupHidesAllThatIsInIt() {
        SmallForm form = SmallForm.of("""
                {"type": "checkbox", "key": "proxy", "label": "代理"},
                {"type": "group", "label": "代理人", "conditional": {"hide": "=not(proxy = true)"}, "components": [
                  {"type": "textfield", "key": "agent", "label": "氏名", "validate": {"required": true}},
                  {"type": "group", "label": "連絡先", "path": "contact", "components": [
                    {"type": "textfield", "key": "phone", "label": "電話", "validate": {"required": true}}]},
                  {"type": "dynamiclist", "label": "書類", "path": "papers", "components": [
                    {"type": "textfield", "key": "title", "label": "名称", "validate": {"required": true}}]}]}
                """);

        assertThat(form.answers("""
                        {"proxy": false, "agent": "乙", "contact": {"phone": 1}, "papers": [{}]}""")).isEqualTo(SmallForm.json("{\"proxy\": false}"));
        assertThat(form.refusals("{\"proxy\": true, \"papers\": [{}]}"))
                .containsExactly(
                        "agent 氏名: 入力してください。",
                        "contact.phone 連絡先 電話: 入力してください。",
                        "papers[0].title 書類 1行目 名称: 入力してください。");
    }

    @Test
    void aConditionInAGroupReadsTheGroupFirstAndTheDocumentAfterIt() {
        SmallForm form = SmallForm.of("""
                {"type": "textfield", "key": "kind", "label": "種別"},
                {"type": "checkbox", "key": "known", "label": "既知"},
                {"type": "group", "label": "相手", "path": "partner", "components": [
                  {"type": "textfield", "key": "kind", "label": "種別"},
                  {"type": "textfield", "key": "name", "label": "名前", "validate": {"required": true},
                   "conditional": {"hide": "=kind = \\"none\\" or known = true"}}]}
                """);

        assertThat(form.refusals("{\"kind\": \"none\", \"partner\": {\"kind\": \"agency\"}}"))
                .containsExactly("partner.name 相手 名前: 入力してください。");
        assertThat(form.refusals("{\"kind\": \"agency\", \"partner\": {\"kind\": \"none\"}}"))
                .isEmpty();
        assertThat(form.refusals("{\"known\": true, \"partner\": {}}")).isEmpty();
    }

    @Test
    void everyRowIsShownByItsOwnCondition() {
        SmallForm form = SmallForm.of("""
                {"type": "dynamiclist", "label": "要件", "path": "checks", "components": [
                  {"type": "radio", "key": "result", "label": "結果", "values": [{"value": "met"}, {"value": "equivalent"}]},
                  {"type": "group", "label": "詳しく", "components": [
                    {"type": "textfield", "key": "ground", "label": "根拠", "validate": {"required": true},
                     "conditional": {"hide": "=not(result = \\"equivalent\\")"}}]}]}
                """);

        assertThat(form.answers("""
                        {"checks": [{"result": "met", "ground": "消える"}, {"result": "equivalent", "ground": "残る"}]}""")).isEqualTo(SmallForm.json("""
                        {"checks": [{"result": "met"}, {"result": "equivalent", "ground": "残る"}]}"""));
        assertThat(form.refusals("{\"checks\": [{\"result\": \"met\"}, {\"result\": \"equivalent\"}]}"))
                .containsExactly("checks[1].ground 要件 2行目 根拠: 入力してください。");
    }

    @Test
    void aRowReadsItsOwnNameFirst() {
        SmallForm form = SmallForm.of("""
                {"type": "checkbox", "key": "applied", "label": "申込み"},
                {"type": "dynamiclist", "label": "支援", "path": "items", "components": [
                  {"type": "checkbox", "key": "applied", "label": "利用"},
                  {"type": "textfield", "key": "reason", "label": "理由", "validate": {"required": true},
                   "conditional": {"hide": "=applied = true"}}]}
                """);

        assertThat(form.refusals("{\"applied\": true, \"items\": [{\"applied\": false}]}"))
                .containsExactly("items[0].reason 支援 1行目 理由: 入力してください。");
        assertThat(form.refusals("{\"applied\": false, \"items\": [{\"applied\": true}]}"))
                .isEmpty();
    }

    @Test
    void aConditionReadsWhatTheServerKnows() {
        SmallForm form = hiddenWhen("=stage = 1");

        assertThat(form.with("{\"stage\": 1}").refusals("{}")).isEmpty();
        assertThat(form.with("{\"stage\": 2}").refusals("{}")).containsExactly("field 項目: 入力してください。");
    }

    @Test
    void whatTheBrowserSendsForAShownFieldDecidesNothing() {
        SmallForm form = SmallForm.of("""
                {"type": "textfield", "key": "kind", "label": "種別", "readonly": true},
                {"type": "group", "label": "既知", "path": "known", "components": [
                  {"type": "textfield", "key": "place", "label": "場所", "disabled": true},
                  {"type": "textfield", "key": "reason", "label": "理由", "validate": {"required": true},
                   "conditional": {"hide": "=kind = \\"simple\\" or place = \\"simple\\""}}]}
                """);
        String document = "{\"kind\": \"simple\", \"known\": {\"place\": \"simple\"}}";

        assertThat(form.refusals(document)).containsExactly("known.reason 既知 理由: 入力してください。");
        assertThat(form.with("{\"kind\": \"difficult\", \"known\": {\"place\": \"difficult\"}}")
                        .refusals(document))
                .containsExactly("known.reason 既知 理由: 入力してください。");
        assertThat(form.with(document).refusals("{}")).isEmpty();
    }

    @Test
    void whatTheCaseFileHoldsOfAnAskedFieldDecidesNothing() {
        assertThat(DEBTS.with("{\"hasDebts\": \"yes\"}").refusals("{}")).isEmpty();
    }

    @Test
    void aHiddenAnswerDecidesNothing() {
        SmallForm form = SmallForm.of("""
                {"type": "checkbox", "key": "none", "label": "甲"},
                {"type": "textfield", "key": "lender", "label": "乙", "conditional": {"hide": "=none = true"}},
                {"type": "textfield", "key": "amount", "label": "丙", "conditional": {"hide": "=not(lender = \\"銀行\\")"}}
                """);

        assertThat(form.answers("{\"none\": true, \"lender\": \"銀行\", \"amount\": \"百万\"}"))
                .isEqualTo(SmallForm.json("{\"none\": true}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "　", "\\u200b"})
    void aBlankAnswerIsReadAsNone(String blank) {
        assertThat(hiddenWhen("=other != null").refusals("{\"other\": \"%s\"}".formatted(blank)))
                .containsExactly("field 項目: 入力してください。");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=other = null | {}",
                "=other = null | {\"other\": null}",
                "=other = null or other = \\\"\\\" | {\"other\": \"\"}",
                "other = \\\"甲\\\" | {\"other\": \"甲\"}",
                "= not(other = \\\"甲\\\") | {\"other\": \"乙\"}",
                "=count(others) = 0 or other != null | {\"other\": \"乙\"}"
            })
    void conditionsThatHold(String condition, String document) {
        assertThat(hiddenWhen(condition).refusals(document)).isEmpty();
    }

    /** Too much is asked rather than something left unchecked. */
    @ParameterizedTest
    @ValueSource(
            strings = {"=other = = 1", "=other", "=\\\"true\\\"", "=null", "=unknown(other)", "=other > 3", "=", ""})
    void aConditionThatDoesNotSayTrueHidesNothing(String condition) {
        assertThat(hiddenWhen(condition).refusals("{\"other\": \"true\"}")).containsExactly("field 項目: 入力してください。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "[\"yes\"]", "{\"value\": \"yes\"}"})
    void aValueOfTheWrongKindIsRefusedThoughItsConditionCannotBeAnswered(String value) {
        assertThat(DEBTS.refusals("{\"hasDebts\": %s}".formatted(value))).contains("hasDebts 債務: 選択肢から選んでください。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[ ]", "{\"hasDebts\": }"})
    void aConditionOverADeepValueIsAnswered(String level) {
        String[] ends = level.split(" ");
        String deep = ends[0].repeat(900) + "1" + ends[1].repeat(900);

        assertThat(DEBTS.refusals("{\"hasDebts\": %s}".formatted(deep))).contains("hasDebts 債務: 選択肢から選んでください。");
    }
}
