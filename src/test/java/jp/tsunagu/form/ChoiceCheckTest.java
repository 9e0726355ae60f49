package jp.tsunagu.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A closed list is closed: of what the form or the server lists, one or each once. */
class ChoiceCheckTest {

    private static final String CHOICES = """
            "values": [{"label": "甲", "value": "a"}, {"label": "乙", "value": "b"}]""";

    @ParameterizedTest
    @ValueSource(strings = {"radio", "select"})
    void oneOutOfTheList(String type) {
        SmallForm form = SmallForm.ofOne(type, CHOICES);

        assertThat(form.refusalsOf("\"a\"")).isEmpty();
        assertThat(form.refusalsOf("\"A\"")).containsExactly("選択肢から選んでください。");
        assertThat(form.refusalsOf("\"甲\"")).containsExactly("選択肢から選んでください。");
        assertThat(form.refusalsOf("\"a \"")).containsExactly("選択肢から選んでください。");
        assertThat(form.refusalsOf("[\"a\"]")).containsExactly("選択肢から選んでください。");
    }

    @Test
    void trueAndNumbersAreNotTheirTexts() {
        SmallForm yesNo = SmallForm.ofOne("radio", "\"values\": [{\"value\": true}, {\"value\": false}]");
        SmallForm months = SmallForm.ofOne("select", "\"values\": [{\"value\": 3}, {\"value\": 6}]");

        assertThat(yesNo.refusalsOf("false")).isEmpty();
        assertThat(yesNo.refusalsOf("\"false\"")).containsExactly("選択肢から選んでください。");
        assertThat(months.refusalsOf("3")).isEmpty();
        assertThat(months.refusalsOf("\"3\"")).containsExactly("選択肢から選んでください。");
        assertThat(months.refusalsOf("4")).containsExactly("選択肢から選んでください。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"checklist", "taglist"})
    void anyNumberOutOfTheListEachOnce(String type) {
        SmallForm form = SmallForm.ofOne(type, CHOICES);

        assertThat(form.refusalsOf("[\"b\", \"a\"]")).isEmpty();
        assertThat(form.refusalsOf("[\"a\", \"a\"]")).containsExactly("選択肢から選んでください。");
        assertThat(form.refusalsOf("[\"a\", \"c\"]")).containsExactly("選択肢から選んでください。");
        assertThat(form.refusalsOf("[\"a\", null]")).containsExactly("選択肢から選んでください。");
        assertThat(form.refusalsOf("\"a\"")).containsExactly("選択肢から選んでください。");
    }

    @Test
    void theListMayComeFromTheServerButNotFromTheBrowser() {
        SmallForm form = SmallForm.ofOne("select", "\"valuesKey\": \"catalogue\"");
        SmallForm served = form.with("""
                {"catalogue": [{"label": "家計改善支援", "value": "household"}, "informal"]}""");

        assertThat(served.refusalsOf("\"household\"")).isEmpty();
        assertThat(served.refusalsOf("\"informal\"")).isEmpty();
        assertThat(served.refusalsOf("\"housing\"")).containsExactly("選択肢から選んでください。");
        assertThat(served.refusals("{\"field\": \"housing\", \"catalogue\": [\"housing\"]}"))
                .containsExactly("field 項目: 選択肢から選んでください。");
        assertThat(form.refusalsOf("\"household\"")).containsExactly("選択肢から選んでください。");
    }
}
