package jp.tsunagu.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;

/** A way around a step is found, be it a line, a link or a timer. */
class DiagramPathsTest {

    private static final String SOUND = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test">
              <process id="handover">
                <startEvent id="begin"/>
                <userTask id="ask"/>
                <boundaryEvent id="late" attachedToRef="ask" cancelActivity="false"><timerEventDefinition/></boundaryEvent>
                <endEvent id="told"/>
                <intermediateThrowEvent id="away"><linkEventDefinition name="there"/></intermediateThrowEvent>
                <intermediateCatchEvent id="there"><linkEventDefinition name="there"/></intermediateCatchEvent>
                <userTask id="receive"/>
                <endEvent id="received"/>
                <sequenceFlow id="f1" sourceRef="begin" targetRef="ask"/>
                <sequenceFlow id="f2" sourceRef="ask" targetRef="away"/>
                <sequenceFlow id="f3" sourceRef="there" targetRef="receive"/>
                <sequenceFlow id="f4" sourceRef="receive" targetRef="received"/>
                <sequenceFlow id="f5" sourceRef="late" targetRef="told"/>
              </process>
            </definitions>""";

    /** The sound diagram with one flow led elsewhere. */
    private static DiagramPaths with(String flow, String target) {
        String led =
                SOUND.replaceAll("(\"" + flow + "\" sourceRef=\"\\w+\" targetRef=)\"\\w+\"", "$1\"" + target + "\"");
        return new DiagramPaths(
                Bpmn.readModelFromStream(new ByteArrayInputStream(led.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void theOnlyWayLeadsThroughTheStep() {
        DiagramPaths sound = with("f2", "away");
        assertThat(sound.endsWithout()).containsExactly("received", "told");
        assertThat(sound.endsWithout("receive")).containsExactly("told");
        assertThat(sound.endsWithout("ask"))
                .as("an event on a step happens also while the step waits")
                .containsExactly("told");
    }

    @Test
    void aWayAroundTheStepIsFound() {
        assertThat(with("f2", "received").endsWithout("receive")).contains("received");
        assertThat(with("f3", "received").endsWithout("receive")).contains("received");
        assertThat(with("f5", "received").endsWithout("receive")).contains("received");
    }
}
