package jp.tsunagu.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.oversight.Awaited.Party;
import jp.tsunagu.procedure.PackagedForms;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;

/** Every step that people work on says for whom and for what a case waits there. */
class WaitingForTest {

    private static String text(org.camunda.bpm.model.dmn.instance.DmnElement cell) {
        return cell.getTextContent().strip().replace("\"", "");
    }

    @Test
    void everyUserTaskHasARowAndEveryRowAKnownPartyAndAMatter() {
        Set<Rule> rules =
                Set.copyOf(Dmn.readModelFromStream(getClass().getResourceAsStream("/processes/waiting-for.dmn"))
                        .getModelElementsByType(Rule.class));
        Set<String> steps = rules.stream()
                .map(rule -> rule.getInputEntries().stream().skip(1).findFirst().orElseThrow())
                .map(WaitingForTest::text)
                .collect(Collectors.toSet());

        assertThat(steps)
                .hasSameSizeAs(rules)
                .containsAll(PackagedForms.taskTitles().keySet());
        assertThat(rules).allSatisfy(rule -> {
            var outputs =
                    rule.getOutputEntries().stream().map(WaitingForTest::text).toList();
            assertThat(Party.isKnown(outputs.get(0))).as(outputs.toString()).isTrue();
            assertThat(outputs.get(1)).isNotBlank();
        });
    }
}
