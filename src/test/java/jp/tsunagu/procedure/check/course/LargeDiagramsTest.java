package jp.tsunagu.procedure.check.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Checking;
import jp.tsunagu.procedure.check.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two hundred elements are looked at wholly, or it is said how far. */
class LargeDiagramsTest {

    private final StringBuilder drawn = new StringBuilder();
    private int flows;

    @Test
    @Timeout(30)
    void oneAfterTheOtherIsLookedAtWholly() {
        node("startEvent", "s");
        String before = "s";
        for (int i = 0; i < 50; i++) {
            node("userTask", "a" + i);
            node("exclusiveGateway", "g" + i);
            node("userTask", "b" + i);
            node("exclusiveGateway", "j" + i);
            flow(before, "a" + i, null);
            flow("a" + i, "g" + i, null);
            flow("g" + i, "b" + i, "${sameDay}");
            flow("g" + i, "j" + i, "${!sameDay}");
            flow("b" + i, "j" + i, null);
            before = "j" + i;
        }
        node("endEvent", "e");
        flow(before, "e", null);

        assertThat(findings()).isEmpty();
    }

    @Test
    @Timeout(30)
    void tooManyBesideEachOtherIsSaid() {
        node("startEvent", "s");
        node("parallelGateway", "f");
        node("parallelGateway", "j");
        node("endEvent", "e");
        flow("s", "f", null);
        for (int branch = 0; branch < 14; branch++) {
            String before = "f";
            for (int i = 0; i < 14; i++) {
                node("userTask", "t" + branch + "x" + i);
                flow(before, "t" + branch + "x" + i, null);
                before = "t" + branch + "x" + i;
            }
            flow(before, "j", null);
        }
        flow("j", "e", null);
        long begun = System.nanoTime();

        List<Finding> findings = findings();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("too-large");
            assertThat(finding.blocks()).isFalse();
            assertThat(finding.message()).contains("大きすぎるため").contains("状態までを調べました");
        });
    }

    private void node(String kind, String id) {
        drawn.append("<%s id='%s'/>".formatted(kind, id));
    }

    private void flow(String source, String target, String condition) {
        drawn.append("<sequenceFlow id='flow%d' sourceRef='%s' targetRef='%s'>".formatted(flows++, source, target));
        if (condition != null) {
            drawn.append("<conditionExpression>").append(condition).append("</conditionExpression>");
        }
        drawn.append("</sequenceFlow>");
    }

    private List<Finding> findings() {
        String xml = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t'>"
                + "<process id='large' isExecutable='true'>" + drawn + "</process></definitions>";
        return Checking.COURSE.of(
                ProcedureFiles.of(Map.of("processes/large.bpmn", xml.getBytes(StandardCharsets.UTF_8))));
    }
}
