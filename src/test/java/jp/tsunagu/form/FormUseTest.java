package jp.tsunagu.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;

/** Diagrams and forms belong together: every step of a person has its form, every form its step. */
class FormUseTest {

    private static final Set<String> FORMS =
            FormFiles.all().stream().map(FormSchema::key).collect(Collectors.toSet());

    private static List<BpmnModelInstance> diagrams() {
        return Stream.of(new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn")))
                .map(Bpmn::readModelFromFile)
                .toList();
    }

    private static BpmnModelInstance brokenDiagram() {
        return Bpmn.readModelFromStream(new ByteArrayInputStream("""
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                  <bpmn:process id="broken" isExecutable="true">
                    <bpmn:startEvent id="begin" camunda:formRef="lost" camunda:formRefBinding="latest"/>
                    <bpmn:userTask id="assess" camunda:formRef="screen" camunda:formRefBinding="latest">
                      <bpmn:documentation>要領 第9条 MK-9.4、MK-9-6-イ</bpmn:documentation>
                    </bpmn:userTask>
                    <bpmn:userTask id="screen">
                      <bpmn:documentation>要領 第9条</bpmn:documentation>
                    </bpmn:userTask>
                    <bpmn:userTask id="screenAgain" camunda:formRef="screen" camunda:formRefBinding="latest">
                      <bpmn:documentation>要領 第9条第3号 MK-9-3</bpmn:documentation>
                    </bpmn:userTask>
                    <bpmn:userTask id="screening" camunda:formRef="screen" camunda:formRefBinding="latest">
                      <bpmn:documentation>要領 第9条第3号 MK-9-3</bpmn:documentation>
                    </bpmn:userTask>
                  </bpmn:process>
                  <bpmn:message id="movedMessage" name="moved" />
                </bpmn:definitions>""".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyStepOfAPersonHasItsForm() {
        assertThat(diagrams().stream().flatMap(diagram -> FormUseLint.stepsWithoutTheirForm(diagram, FORMS).stream()))
                .isEmpty();

        assertThat(FormUseLint.stepsWithoutTheirForm(brokenDiagram(), Set.of("assess", "screen")))
                .containsExactly("assess uses screen", "screen uses null", "screening uses screen", "lost is no form");
    }

    @Test
    void everyFormIsUsed() {
        assertThat(FormUseLint.unusedForms(diagrams(), FORMS)).isEmpty();

        assertThat(FormUseLint.unusedForms(List.of(brokenDiagram()), Set.of("lost", "screen", "assess", "moved")))
                .containsExactly("assess");
    }

    @Test
    void everyStepOfAPersonNamesItsClause() {
        assertThat(diagrams().stream().flatMap(diagram -> FormUseLint.clauselessSteps(diagram).stream()))
                .isEmpty();

        assertThat(FormUseLint.clauselessSteps(brokenDiagram())).containsExactly("MK-9.4", "screen");
    }
}
