package jp.tsunagu.procedure.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import jp.tsunagu.procedure.PackagedFiles;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.file.LargestFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever somebody sends is a finding, never an exception, and reaches nothing outside. */
class AnyContentTest {

    private static final String OPEN =
            "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t'>";

    static Stream<String> contents() {
        return Stream.of(
                "",
                "no xml",
                "<a>",
                "<a/>",
                OPEN + "</definitions>",
                OPEN + "<process id='p'/></definitions>",
                OPEN + "<process id='p' isExecutable='true'/></definitions>",
                OPEN + "<process isExecutable='true'><startEvent/></process></definitions>",
                OPEN + "<process id='p' isExecutable='true'><startEvent id='s'/><sequenceFlow id='f' sourceRef='s'"
                        + " targetRef='nowhere'/></process></definitions>",
                OPEN + "<process id='p' isExecutable='true'><subProcess id='s'/></process></definitions>",
                OPEN + "<process id='p' isExecutable='true'><startEvent id='s'/><exclusiveGateway id='g'/>"
                        + "<sequenceFlow id='f' sourceRef='s' targetRef='g'/>"
                        + "<sequenceFlow id='h' sourceRef='g' targetRef='g'><conditionExpression>${((((</conditionExpression>"
                        + "</sequenceFlow></process></definitions>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>",
                "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><a>&b;</a>",
                "<a>".repeat(20_000) + "</a>".repeat(20_000),
                "{\"components\": [], \"id\": 3}",
                "\u0000\u0001");
    }

    @ParameterizedTest
    @MethodSource("contents")
    void isAFinding(String content) {
        for (String ending : List.of("bpmn", "dmn", "form")) {
            ProcedureFiles files =
                    ProcedureFiles.of(Map.of("processes/any." + ending, content.getBytes(StandardCharsets.UTF_8)));

            assertThat(Checking.findings(files))
                    .as(ending)
                    .anyMatch(finding -> finding.blocks() && finding.file().equals("processes/any." + ending));
        }
    }

    @Test
    void aDoctypeIsRefusedBeforeAnybodyReadsWhatItNames() {
        byte[] content = "<!DOCTYPE a [<!ENTITY e SYSTEM 'http://localhost:1/x'>]><a>&e;</a>".getBytes();

        assertThat(Checking.findings(ProcedureFiles.of(Map.of("processes/any.bpmn", content))))
                .filteredOn(finding -> finding.rule().equals(EngineRefusals.RULE))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("DOCTYPE"));
    }

    @Test
    void tooLargeIsSaid() {
        byte[] content = new byte[LargestFile.BYTES + 1];

        assertThat(Checking.REFUSALS.of(ProcedureFiles.of(Map.of("processes/any.bpmn", content))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("大きすぎます"));
    }

    /** A packaged diagram with a stretch of it gone. */
    @Test
    void aTornFileIsBorne() {
        Random random = new Random(7);
        byte[] whole = PackagedFiles.all().content("processes/referral.bpmn").orElseThrow();
        for (int i = 0; i < 30; i++) {
            int from = random.nextInt(whole.length);
            String text = new String(whole, StandardCharsets.ISO_8859_1);
            String torn = text.substring(0, from) + text.substring(Math.min(whole.length, from + random.nextInt(400)));
            ProcedureFiles files =
                    ProcedureFiles.of(Map.of("processes/referral.bpmn", torn.getBytes(StandardCharsets.ISO_8859_1)));

            assertThatCode(() -> Checking.findings(files)).doesNotThrowAnyException();
        }
    }
}
