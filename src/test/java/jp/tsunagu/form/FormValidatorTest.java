package jp.tsunagu.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole document is held against its form: nothing unknown, nothing of the wrong kind, nothing the form did not ask. */
class FormValidatorTest {

    private static final String UNKNOWN = "この入力フォームにない項目が送られました。画面を開き直してください。";

    private static final SmallForm PERSON = SmallForm.of("""
            {"type": "text", "text": "説明"},
            {"type": "textfield", "key": "name", "label": "氏名", "validate": {"required": true}},
            {"type": "textfield", "key": "advice", "label": "提案", "readonly": true},
            {"type": "textfield", "key": "number", "label": "番号", "disabled": true},
            {"type": "group", "label": "連絡", "components": [
              {"type": "textfield", "key": "phone", "label": "電話"}]},
            {"type": "group", "label": "支援経過", "path": "record", "components": [
              {"type": "textfield", "key": "facts", "label": "内容", "validate": {"required": true}}]}
            """);

    @Test
    void aRightDocumentIsKeptAsItIs() {
        assertThat(PERSON.answers("""
                        {"name": "試野 一馬", "phone": "03-1234-5678", "record": {"facts": "来所"}}""")).isEqualTo(SmallForm.json("""
                        {"name": "試野 一馬", "phone": "03-1234-5678", "record": {"facts": "来所"}}"""));
    }

    @Test
    void aFieldThatWasShownAndNotAnsweredIsKeptAsEmpty() {
        ObjectNode answers = PERSON.answers("""
                {"name": "試野 一馬", "record": {"facts": "来所"}}""");

        assertThat(answers.path("phone").isNull()).isTrue();
    }

    @Test
    void aFieldInAGroupIsNamedWithTheGroup() {
        assertThat(PERSON.refusals("{}")).containsExactly("name 氏名: 入力してください。", "record.facts 支援経過 内容: 入力してください。");
        assertThat(PERSON.refusals("{\"name\": \"試野\", \"record\": null}"))
                .containsExactly("record.facts 支援経過 内容: 入力してください。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"advice", "number"})
    void whatIsShownOnlyIsNotTakenFromTheBrowser(String shown) {
        ObjectNode answers = PERSON.answers("""
                {"name": "試野 一馬", "record": {"facts": "来所"}, "%s": "書き換えた"}""".formatted(shown));

        assertThat(answers.has(shown)).isFalse();
    }

    @Test
    void aNameTheFormDoesNotKnowIsRefusedAtEveryDepth() {
        assertThat(PERSON.refusals("""
                        {"name": "試野", "rank": "admin", "record": {"facts": "来所", "facts2": {}}, "records": [],
                         "Name": null}""")).containsExactly("null null: " + UNKNOWN, "record null: " + UNKNOWN);
    }

    /** What the server gives with a form may come back as it was; a word of FEEL or a name inside of rows is no such value. */
    @ParameterizedTest
    @CsvSource({"advice, true", "catalogue, true", "not, false", "null, false", "count, false", "inRow, false"})
    void whatTheFormReadsIsKnown(String name, boolean known) {
        SmallForm form = SmallForm.of("""
                {"type": "table", "label": "表", "dataSource": "=catalogue"},
                {"type": "textfield", "key": "a", "label": "甲", "conditional": {"hide": "=not(advice = null) and count(a) = 1"}},
                {"type": "dynamiclist", "path": "rows", "label": "行", "components": [
                  {"type": "checkbox", "key": "inRow", "label": "乙"},
                  {"type": "textfield", "key": "b", "label": "丙", "conditional": {"hide": "=inRow = true"}}]}
                """);

        assertThat(form.refusals("{\"%s\": []}".formatted(name)).isEmpty()).isEqualTo(known);
    }

    @Test
    void nobodyIsToldMoreThanAHundredReasons() {
        SmallForm form = SmallForm.of("""
                {"type": "dynamiclist", "path": "rows", "label": "行", "components": [
                  {"type": "textfield", "key": "a", "label": "甲", "validate": {"required": true}}]}
                """);

        assertThat(form.refusals("{\"rows\": [%s]}".formatted(String.join(",", Collections.nCopies(99, "{\"x\": 1}")))))
                .hasSize(100);
    }

    @Test
    void aFieldOfAGroupIsNotKnownOutsideOfIt() {
        assertThat(PERSON.refusals("""
                        {"name": "試野", "facts": "来所", "record": {"facts": "来所", "phone": "03"}}""")).containsExactly("null null: " + UNKNOWN, "record null: " + UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "\"来所\"", "\"\"", "[]", "[{\"facts\": \"来所\"}]"})
    void aGroupIsAnObject(String value) {
        assertThat(PERSON.refusals("{\"name\": \"試野\", \"record\": %s}".formatted(value)))
                .containsExactly("record 支援経過: まとまりとして入力してください。");
    }

    /** Every type of field against every kind of JSON value it is not made for. */
    static Stream<Arguments> wrongKinds() {
        Map<String, String> reasons = new TreeMap<>(Map.of(
                "textfield", "文字で入力してください。",
                "textarea", "文字で入力してください。",
                "number", "数字で入力してください。",
                "checkbox", "チェックの有無で答えてください。",
                "radio", "選択肢から選んでください。",
                "select", "選択肢から選んでください。",
                "checklist", "選択肢から選んでください。",
                "taglist", "選択肢から選んでください。",
                "datetime", "日付で入力してください"));
        Map<String, Set<String>> right =
                Map.of("number", Set.of("1", "1.0", "-3", "1e3"), "checkbox", Set.of("true", "false"));
        return reasons.entrySet().stream()
                .flatMap(entry -> Stream.of(
                                "1",
                                "1.0",
                                "-3",
                                "1e3",
                                "true",
                                "false",
                                "[1]",
                                "[null]",
                                "[[]]",
                                "{}",
                                "{\"value\": \"a\"}",
                                "\"文字\"")
                        .filter(value ->
                                !right.getOrDefault(entry.getKey(), Set.of()).contains(value))
                        .filter(value -> !(value.startsWith("\"")
                                && Set.of("textfield", "textarea", "datetime").contains(entry.getKey())))
                        .map(value -> Arguments.of(entry.getKey(), value, entry.getValue())));
    }

    @ParameterizedTest
    @MethodSource("wrongKinds")
    void aValueOfTheWrongKindIsRefused(String type, String value, String reason) {
        SmallForm form = SmallForm.ofOne(type, "\"values\": [{\"label\": \"甲\", \"value\": \"a\"}]");

        assertThat(form.refusals("{\"field\": %s}".formatted(value)))
                .singleElement()
                .asString()
                .startsWith("field 項目: " + reason);
    }

    @Test
    void aReasonNeverRepeatsWhatWasTyped() {
        SmallForm form = SmallForm.of("""
                {"type": "textfield", "key": "a", "label": "甲", "validate": {"maxLength": 3}},
                {"type": "datetime", "key": "b", "dateLabel": "乙"},
                {"type": "select", "key": "c", "label": "丙", "values": []}
                """);

        assertThat(form.refusals("{\"a\": \"秘密の話\", \"b\": \"秘密の話\", \"c\": \"秘密の話\", \"秘密の話\": 1}"))
                .hasSize(4)
                .noneMatch(line -> line.contains("秘密"));
    }

    @Test
    void aLongDocumentIsAnswered() {
        String text = "長".repeat(1_000_000);
        assertThat(PERSON.refusals("{\"name\": \"%s\", \"record\": {\"facts\": \"来所\"}}".formatted(text)))
                .containsExactly("name 氏名: 10000文字以内で入力してください（今は1000000文字です）。");

        String list = String.join(",", Collections.nCopies(200_000, "\"a\""));
        assertThat(SmallForm.ofOne("checklist", "\"values\": [{\"label\": \"甲\", \"value\": \"a\"}]")
                        .refusalsOf("[" + list + "]"))
                .containsExactly("選択肢から選んでください。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "record", "rank"})
    void aDeepDocumentIsAnswered(String key) {
        String deep = "{\"name\":".repeat(100) + "[".repeat(100) + "]".repeat(100) + "}".repeat(100);

        assertThat(PERSON.refusals("{\"%s\": %s}".formatted(key, deep))).isNotEmpty();
    }

    @Test
    void aReceptionNeedsLittle() {
        FormSchema reception = FormFiles.named("01-reception.form");

        CheckedDocument nothing = FormValidator.check(reception, SmallForm.json("{}"), SmallForm.json("{}"));
        assertThat(SmallForm.lines(nothing.refusals()))
                .containsExactly(
                        "receivedOn 受付日: 入力してください。",
                        "contactRoute 相談の経路: 選んでください。",
                        "contactMade 本人または来所者と話せましたか: 選んでください。",
                        "urgent 今日中に必要な支援がありますか: 選んでください。",
                        "record.method 支援経過（第3号様式） 方法: 選んでください。",
                        "record.facts 支援経過（第3号様式） 内容（事実）: 入力してください。",
                        "record.nextDate 支援経過（第3号様式） 次回の期日: 入力してください。");

        CheckedDocument enough = FormValidator.check(reception, SmallForm.json("""
                {"receivedOn": "2026-06-01", "contactRoute": "outreach", "contactMade": false, "urgent": false,
                 "record": {"method": "homeVisit", "facts": "不在", "nextDate": "2026-06-03"}}"""), SmallForm.json("{}"));
        assertThat(enough.refusals()).isEmpty();
        assertThat(enough.answers().path("contactMade").isBoolean()).isTrue();
        assertThat(enough.answers().has("urgencyNote"))
                .as("asked only of urgent cases")
                .isFalse();
    }
}
