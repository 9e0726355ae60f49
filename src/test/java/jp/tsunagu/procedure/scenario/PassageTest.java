package jp.tsunagu.procedure.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jp.tsunagu.procedure.scenario.Gap.Place;
import jp.tsunagu.procedure.scenario.ScenarioResult.Parting;
import org.junit.jupiter.api.Test;

/** A passage comes before the line at which a story parts, and takes nothing of the story away. */
class PassageTest {

    private static final String STORY = """
            # 覚え書き
            id: short-story
            題名: 短い例題
            なぜ: 決まり
            始まり: {日時: 2026-06-01 10:00, 手続: selfRelianceSupport}
            流れ:
              - だれ: 相談支援員
                すること: assess
              # ここで確認が要る
              - だれ: 相談支援員
                すること: screen
            """;

    private static final KeptScenario PACKAGED = KeptScenario.packaged(STORY);

    private static Passage passage(String typed) {
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        answers.put("heardOn", PassageFields.THAT_DAY).put("view", typed);
        return new Passage("assessHousehold", "household-supporter", answers, "理由");
    }

    private static Place place(KeptScenario scenario, int line) {
        Parting parted = new Parting(2, line, "", "", "", null, List.of(), List.of());
        return new Place(scenario, parted, "", "2026-06-05");
    }

    @Test
    void itComesBeforeTheLineAndItsComment() {
        String typed = "「赤字」: \"続く\", # \\ {}";
        String told = passage(typed).into(place(PACKAGED, 10));

        List<String> before = STORY.lines().toList();
        assertThat(told.lines().toList()).containsSubsequence(before).hasSize(before.size() + 4);
        Scenario read = ScenarioReader.read(told);
        assertThat(read.steps()).hasSize(3);
        Scenario.Act act = (Scenario.Act) read.steps().get(1).deed();
        assertThat(act.step()).isEqualTo("assessHousehold");
        assertThat(act.role()).isEqualTo("household-supporter");
        assertThat(act.answers().path("view").asText()).isEqualTo(typed);
        assertThat(act.answers().path("heardOn").asText()).isEqualTo("2026-06-05");
        assertThat(told).containsSubsequence("- だれ: 家計改善支援員", "# ここで確認が要る", "すること: screen");
    }

    @Test
    void aCopyStandsInThePlaceOfThePackagedOne() {
        Scenario copy = ScenarioReader.read(passage("x").copyOf(place(PACKAGED, 10)));
        assertThat(copy.id()).isEqualTo("short-story-copy");
        assertThat(copy.replaces()).isEqualTo("short-story");
    }

    @Test
    void aStoryOnOneLineIsLeftToItsAuthor() {
        KeptScenario tight = KeptScenario.packaged(STORY.substring(0, STORY.indexOf("流れ:"))
                + "流れ: [{だれ: 相談支援員, すること: assess}, {だれ: 相談支援員, すること: screen}]\n");
        assertThatThrownBy(() -> passage("x").into(place(tight, 6)))
                .isInstanceOf(MalformedScenarioException.class)
                .hasMessageContaining("短い例題")
                .hasMessageContaining("書き足せない書き方");
    }
}
