package jp.tsunagu.procedure.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalTime;
import java.util.List;
import jp.tsunagu.procedure.scenario.Scenario.Act;
import jp.tsunagu.procedure.scenario.Scenario.Expectation;
import jp.tsunagu.procedure.scenario.Scenario.Passing;
import jp.tsunagu.procedure.scenario.Scenario.Step;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an administrator types is read as it is meant, or refused with the line and what to do. */
class ScenarioReaderTest {

    private static final String HEAD = """
            id: a
            題名: 題
            なぜ: 決まり
            始まり:
              日時: 2026-09-18 16:05
              手続: selfRelianceSupport
              答え: {contactMade: true, welfareIntent: yes}
            流れ:
            """;

    private static List<Fault> faults(String text) {
        MalformedScenarioException refused =
                catchThrowableOfType(MalformedScenarioException.class, () -> ScenarioReader.read(text));
        assertThat(refused).isNotNull();
        return refused.faults();
    }

    @Test
    void aStoryIsReadLineByLine() {
        Scenario read = ScenarioReader.read(HEAD + """
                  - {日時: 令和8年9月24日, だれ: 主任, すること: closeCase, 断られる: true}
                  - たつ: 5開庁日
                  - 確かめる:
                      開いている: [{すること: assess, だれ: 相談支援員, 期限: 2026-09-30 9:15}]
                      ほかは開いていない: true
                """);
        assertThat(read.beginning().answers().path("contactMade").isBoolean()).isTrue();
        assertThat(read.beginning().answers().path("welfareIntent").textValue())
                .as("a word, also where YAML of old read a yes")
                .isEqualTo("yes");
        assertThat(read.steps()).extracting(Step::line).containsExactly(9, 10, 11);
        assertThat(read.steps().get(0).at()).isEqualTo(When.read("2026-09-24").orElseThrow());
        assertThat(((Act) read.steps().get(0).deed()).role()).isEqualTo("chief-consultation-supporter");
        assertThat(read.steps().get(1).deed()).isEqualTo(new Passing(5, true));
        assertThat(((Expectation) read.steps().get(2).deed()).claims())
                .extracting(Claim::due)
                .contains(new When(java.time.LocalDate.of(2026, 9, 30), LocalTime.of(9, 15)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {だれ: 社長, すること: assess}                  | 「社長」という役割はありません。
                    {すること: assess}                             | 「だれ」がありません。
                    {すること: assess, 出来事: personDied, だれ: 主任} | 手順を分けてください。
                    {日時: 2026-02-30}                             | 日時として読めません。
                    {日時: 2026-02-03 25:10}                       | 日時として読めません。
                    {たつ: しばらく}                                | 「5開庁日」か「30日」のように
                    {たつ: 9999日}                                 | 3700日まで
                    {答え: {a: 1}}                                 | のどれかを書いてください。
                    {誰: 主任, すること: assess}                     | 「誰」は使えません。使えるのは 日時、だれ
                    {確かめる: {あいている: assess}}                 | 「あいている」は確かめられません。
                    {確かめる: {値: welfareNeed}}                   | 「値」には
                    {確かめる: {開いている: [{だれ: 主任}]}}          | 「すること」がありません。
                    {だれ: 主任, すること: assess, 断られる: たぶん}   | true か false
                    """)
    void whatIsWrongIsSaidWithItsLine(String step, String message) {
        assertThat(faults(HEAD + "  - {たつ: 1日}\n  - " + step + "\n"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(10);
                    assertThat(fault.message()).contains(message);
                });
    }

    @Test
    void everyWrongLineIsNamedAtOnce() {
        assertThat(faults(HEAD + "  - {たつ: x}\n  - {たつ: 1日}\n  - {だれ: y, すること: z}\n"))
                .extracting(Fault::line)
                .containsExactly(9, 11);
    }

    @Test
    void whatIsNoYamlIsRefusedInJapanese() {
        assertThat(faults(HEAD + "  - {たつ: 1日\n  - ["))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).startsWith("YAMLとして読めません"));
        assertThat(faults("")).extracting(Fault::message).containsExactly("何も書かれていません。");
        assertThat(faults("id: A B"))
                .extracting(Fault::message)
                .first()
                .asString()
                .contains("半角の英小文字");
        assertThat(faults(HEAD.replace("題名: 題\n", "題名: 題\n題名: 題\n") + "  - {たつ: 1日}"))
                .extracting(Fault::message)
                .containsExactly("「題名」が二度書かれています。");
        assertThat(faults(HEAD + "  - &a {たつ: 1日}\n  - *a\n  - *a\n")).isNotEmpty();
    }

    @Test
    void aStoryHasAnEnd() {
        assertThat(faults(HEAD + "  - {たつ: 1日}\n".repeat(ScenarioReader.MOST_STEPS + 1)))
                .extracting(Fault::message)
                .singleElement()
                .asString()
                .contains("手順が多すぎます（201）");
        assertThat(faults("#".repeat(ScenarioReader.LARGEST_BYTES + 1)))
                .extracting(Fault::message)
                .singleElement()
                .asString()
                .contains("64キロバイト");
    }

    /** Whatever is typed, the answer is a scenario or a reason. */
    @Property(tries = 300)
    void nothingThatIsTypedBreaksTheReader(@ForAll String typed) {
        assertThatThrownBy(() -> ScenarioReader.read(typed)).isInstanceOf(MalformedScenarioException.class);
        assertThatThrownBy(() -> ScenarioReader.read(HEAD + "  - " + typed + "\n"))
                .isInstanceOf(MalformedScenarioException.class);
    }
}
