package jp.tsunagu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Stream;
import jp.tsunagu.engine.RefusedException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One field understands what people say: a name, its sound, a birthday, a number. */
class SearchWordsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @ValueSource(strings = {"S50.3.1", "昭和50年3月1日", "1975-03-01", "１９７５／３／１", "昭和50年 3月 1日", "19750301", "s50-3-1"})
    void aBirthday(String typed) {
        SearchWords words = SearchWords.of(typed, TODAY);
        assertThat(words.birthDate()).isEqualTo("1975-03-01");
        assertThat(words.numbers()).isEmpty();
        assertThat(words.words()).isEmpty();
        assertThat(words.understood()).containsExactly("生年月日 昭和50年3月1日");
    }

    @ParameterizedTest
    @ValueSource(strings = {"R8-00042", "R8-42", "Ｒ８－４２", "r8ー42", "令和8-42", "8-42"})
    void aCaseNumber(String typed) {
        assertThat(SearchWords.of(typed, TODAY).numbers()).containsExactly("R8-00042");
    }

    @Test
    void theSerialAloneIsOfAnyYear() {
        SearchWords words = SearchWords.of("４２", TODAY);
        assertThat(words.numbers()).hasSize(8).contains("R1-00042", "R8-00042");
        assertThat(words.understood()).containsExactly("ケース番号 の末尾 00042");
    }

    @ParameterizedTest
    @CsvSource({"ｿｳﾀﾞ　ミオ, そうだ|みお", "髙橋・花子, 高橋花子", "Nguyễn Văn, nguyen|van"})
    void partsOfAName(String typed, String folded) {
        assertThat(String.join("|", SearchWords.of(typed, TODAY).words())).isEqualTo(folded);
    }

    @Test
    void allTogether() {
        SearchWords words = SearchWords.of(" さとう　S50.3.1 R8-42 佐藤 ", TODAY);
        assertThat(words.words()).containsExactly("さとう", "佐藤");
        assertThat(words.birthDate()).isEqualTo("1975-03-01");
        assertThat(words.numbers()).containsExactly("R8-00042");
        assertThat(words.parts()).containsExactlyInAnyOrder("さとう", "佐藤");
    }

    @Test
    void oneSignIsABeginning() {
        SearchWords words = SearchWords.of("林", TODAY);
        assertThat(words.parts()).containsExactly("^林");
        assertThat(SearchWords.of("林 一", TODAY).parts()).containsExactly("^林", "一");
        assertThat(SearchWords.of("やまざき", TODAY).parts()).containsExactly("やまざき");
        assertThat(SearchWords.of("やまざきは", TODAY).parts()).containsExactly("やまざき", "まざきは");
    }

    static Stream<String> notUnderstood() {
        return Stream.of(
                "",
                "   　",
                "%",
                "_",
                "😀",
                "S50.13.1",
                "昭和64年3月1日",
                "R8-",
                "あ1",
                "S50.3.1 S51.3.1",
                "あ".repeat(101),
                "あ い う え お か き",
                "あ".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource
    void notUnderstood(String typed) {
        assertThatThrownBy(() -> SearchWords.of(typed, TODAY))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusals())
                                .singleElement()
                                .satisfies(one -> assertThat(one.reason()).endsWith("。")));
    }

    /** Whatever is typed is understood or refused, and no sign of it is a wildcard. */
    @Property(tries = 500)
    void nothingElseHappens(@ForAll String typed) {
        try {
            SearchWords words = SearchWords.of(typed, TODAY);
            assertThat(words.words())
                    .allSatisfy(word -> assertThat(word).isNotEmpty().doesNotContain("%", "_", "\\", "^"));
            assertThat(words.numbers()).allMatch(number -> number.matches("R\\d{1,3}-\\d{5}"));
        } catch (RefusedException refused) {
            assertThat(refused.refusals()).isNotEmpty();
        }
    }
}
