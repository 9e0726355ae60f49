package jp.tsunagu.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each type of field accepts, and in which words it refuses the rest. */
class FieldChecksTest {

    private static final String REQUIRED = """
            "validate": {"required": true}""";

    private static SmallForm text(String rules) {
        return SmallForm.ofOne("textfield", "\"validate\": {%s}".formatted(rules));
    }

    @Nested
    class Required {

        @ParameterizedTest
        @CsvSource({
            "textfield, 入力してください。",
            "textarea, 入力してください。",
            "number, 入力してください。",
            "datetime, 入力してください。",
            "radio, 選んでください。",
            "select, 選んでください。",
            "checklist, 選んでください。",
            "taglist, 選んでください。",
            "checkbox, 確認してチェックを入れてください。"
        })
        void nothingIsNoAnswer(String type, String reason) {
            SmallForm form = SmallForm.ofOne(type, REQUIRED);

            assertThat(form.refusals("{}")).containsExactly("field 項目: " + reason);
            assertThat(form.refusalsOf("null")).containsExactly(reason);
            assertThat(form.refusalsOf("\"\"")).containsExactly(reason);
            assertThat(form.refusalsOf("[]")).containsExactly(reason);
        }

        @ParameterizedTest
        @ValueSource(strings = {" ", "　", "\\t", "\\n", "\\r\\n　 \\t", "\\u00a0", "\\u200b\\ufeff"})
        void blankIsNoAnswer(String blank) {
            assertThat(text("\"required\": true").refusalsOf("\"%s\"".formatted(blank)))
                    .containsExactly("入力してください。");
            assertThat(text("").answers("{\"field\": \"%s\"}".formatted(blank))
                            .path("field")
                            .isNull())
                    .isTrue();
        }

        @Test
        void blankIsNotTooShort() {
            assertThat(text("\"minLength\": 3").refusalsOf("\"　\"")).isEmpty();
        }

        @Test
        void aDateIsNamedByItsOwnLabel() {
            assertThat(SmallForm.of("""
                            {"type": "datetime", "key": "on", "dateLabel": "受付日", "validate": {"required": true}}""").refusals("{}")).containsExactly("on 受付日: 入力してください。");
        }
    }

    @Nested
    class Text {

        @ParameterizedTest
        @ValueSource(strings = {"漢", "𠮷", "A"})
        void lengthIsCountedAsAPersonCounts(String character) {
            SmallForm form = text("\"minLength\": 2, \"maxLength\": 3");

            assertThat(form.refusalsOf("\"%s\"".formatted(character))).containsExactly("2文字以上で入力してください（今は1文字です）。");
            assertThat(form.refusalsOf("\"%s\"".formatted(character.repeat(2)))).isEmpty();
            assertThat(form.refusalsOf("\"%s\"".formatted(character.repeat(3)))).isEmpty();
            assertThat(form.refusalsOf("\"%s\"".formatted(character.repeat(4))))
                    .containsExactly("3文字以内で入力してください（今は4文字です）。");
        }

        @Test
        void blanksAtTheEndsDoNotFillUp() {
            SmallForm form = text("\"minLength\": 3");

            assertThat(form.refusalsOf("\"　あ\u200b　　\"")).containsExactly("3文字以上で入力してください（今は1文字です）。");
            assertThat(form.refusalsOf("\"あ　い\"")).isEmpty();
        }

        @Test
        void withoutALimitThereIsOneAllTheSame() {
            assertThat(text("").refusalsOf("\"%s\"".formatted("あ".repeat(10_000))))
                    .isEmpty();
            assertThat(text("").refusalsOf("\"%s\"".formatted("あ".repeat(10_001))))
                    .containsExactly("10000文字以内で入力してください（今は10001文字です）。");
        }

        @Test
        void aPatternSpeaksInTheWordsOfTheForm() {
            String pattern = "\"pattern\": \"^\\\\d{3}-\\\\d{4}$\"";

            assertThat(text(pattern).refusalsOf("\"105-8511\"")).isEmpty();
            assertThat(text(pattern).refusalsOf("\"１０５-８５１１\"")).containsExactly("決められた形で入力してください。");
            assertThat(text(pattern + ", \"patternErrorMessage\": \"123-4567 の形で入力してください。\"")
                            .refusalsOf("\"105-85110\""))
                    .containsExactly("123-4567 の形で入力してください。");
            assertThat(text(pattern).refusalsOf("\"\"")).isEmpty();
        }

        @Test
        void aPatternThatCannotBeReadIsNotThePersonsMistake() {
            assertThat(text("\"pattern\": \"(\"").refusalsOf("\"甲\""))
                    .containsExactly("この欄の入力規則が正しくないため、確かめられません。手続管理者に連絡してください。");
        }

        @ParameterizedTest
        @CsvSource({
            "name@example.jp, true",
            "name, false",
            "name@example, false",
            "a b@example.jp, false",
            "a@b@example.jp, false"
        })
        void anAddressForMail(String address, boolean right) {
            assertThat(text("\"validationType\": \"email\"")
                            .refusalsOf("\"%s\"".formatted(address))
                            .isEmpty())
                    .isEqualTo(right);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\\u0000b", "\\u0007", "\\ud83d", "\\udc00x", "\\u009f"})
        void whatTheDatabaseCannotHold(String characters) {
            assertThat(text("").refusalsOf("\"%s\"".formatted(characters)))
                    .singleElement()
                    .asString()
                    .contains("使えない文字");
        }

        @Test
        void linesAndTabsAreText() {
            assertThat(SmallForm.ofOne("textarea", "").refusalsOf("\"一行目\\r\\n\\t二行目\""))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"試野\\n一馬", "試野\\n", "\\r試野", "試野\\u2028一馬"})
        void aFieldOfOneLineHasOne(String lines) {
            assertThat(text("").refusalsOf("\"%s\"".formatted(lines))).containsExactly("1行で入力してください（改行は使えません）。");
        }
    }

    @Nested
    class Numbers {

        private final SmallForm yen = SmallForm.ofOne("number", "\"validate\": {\"min\": 0, \"max\": 1000}");

        @ParameterizedTest
        @ValueSource(strings = {"0", "1000", "1e2", "7.0", "-0"})
        void withinTheLimits(String number) {
            assertThat(yen.refusalsOf(number)).isEmpty();
        }

        @Test
        void outsideOfTheLimits() {
            assertThat(yen.refusalsOf("-1")).containsExactly("0以上の数字を入力してください。");
            assertThat(yen.refusalsOf("1001")).containsExactly("1000以下の数字を入力してください。");
            assertThat(yen.refusalsOf("1000.5")).containsExactly("1000以下の数字を入力してください。");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1000000000001", "-1000000000001", "1e300", "1e400", "-1e400"})
        void moreThanAnyCaseMeans(String number) {
            assertThat(SmallForm.ofOne("number", "").refusalsOf(number)).containsExactly("数字が大きすぎます。桁を確かめてください。");
        }

        @Test
        void decimalsOnlyWhereTheFormAsksForThem() {
            assertThat(yen.refusalsOf("0.5")).containsExactly("小数のない数字を入力してください。");
            SmallForm days = SmallForm.ofOne("number", "\"decimalDigits\": 1");
            assertThat(days.refusalsOf("2.5")).isEmpty();
            assertThat(days.refusalsOf("2.50")).isEmpty();
            assertThat(days.refusalsOf("2.55")).containsExactly("小数は1桁までです。");
        }

        @Test
        void digitsInATextAreNoNumber() {
            assertThat(yen.refusalsOf("\"10\"")).containsExactly("数字で入力してください。");
        }
    }

    @Nested
    class TickBox {

        @Test
        void aRequiredOneHasToBeTicked() {
            SmallForm form = SmallForm.ofOne("checkbox", REQUIRED);

            assertThat(form.refusalsOf("true")).isEmpty();
            assertThat(form.refusalsOf("false")).containsExactly("確認してチェックを入れてください。");
        }

        @Test
        void anyOtherMayBeLeftEmpty() {
            assertThat(SmallForm.ofOne("checkbox", "").refusalsOf("false")).isEmpty();
            assertThat(SmallForm.ofOne("checkbox", "").refusals("{}")).isEmpty();
        }
    }
}
