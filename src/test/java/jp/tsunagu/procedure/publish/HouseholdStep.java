package jp.tsunagu.procedure.publish;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import jp.tsunagu.procedure.ProcedureFiles;

/** 家計アセスメント, a step between assessment and screening, as an administrator draws it: diagram, target and form. */
public final class HouseholdStep {

    public static final String MAIN = "processes/self-reliance-support.bpmn";
    public static final String TARGETS = "processes/step-target.dmn";
    static final String FORM = "forms/71-assess-household.form";

    private HouseholdStep() {}

    /** The files that change, each with its new content. */
    public static Map<String, byte[]> in(ProcedureFiles present) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(MAIN, bytes(diagram(text(present, MAIN))));
        files.put(TARGETS, bytes(targets(text(present, TARGETS))));
        files.put(FORM, bytes(form()));
        return files;
    }

    static String text(ProcedureFiles files, String name) {
        return new String(files.contents().get(name), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String replaced(String text, String part, String by) {
        if (!text.contains(part)) {
            throw new IllegalStateException("the diagram has no " + part);
        }
        return text.replace(part, by);
    }

    private static String diagram(String xml) {
        String changed = replaced(
                xml,
                "<bpmn:flowNodeRef>screen</bpmn:flowNodeRef>",
                "<bpmn:flowNodeRef>screen</bpmn:flowNodeRef><bpmn:flowNodeRef>assessHousehold</bpmn:flowNodeRef>");
        changed = replaced(
                changed,
                "<bpmn:incoming>employmentHearingSplit_screen</bpmn:incoming>",
                "<bpmn:incoming>assessHousehold_screen</bpmn:incoming>");
        changed = replaced(
                changed,
                "sourceRef=\"employmentHearingSplit\" targetRef=\"screen\" />",
                "sourceRef=\"employmentHearingSplit\" targetRef=\"assessHousehold\" />"
                        + "<bpmn:sequenceFlow id=\"assessHousehold_screen\" sourceRef=\"assessHousehold\" targetRef=\"screen\" />"
                        + "<bpmn:userTask id=\"assessHousehold\" name=\"家計アセスメント\" camunda:formRef=\"assessHousehold\""
                        + " camunda:formRefBinding=\"latest\" camunda:candidateGroups=\"household-supporter\""
                        + " camunda:dueDate=\"${deadlines.due(execution)}\">"
                        + "<bpmn:incoming>employmentHearingSplit_screen</bpmn:incoming>"
                        + "<bpmn:outgoing>assessHousehold_screen</bpmn:outgoing></bpmn:userTask>");
        return replaced(
                changed,
                "<bpmndi:BPMNShape id=\"screen_di\"",
                "<bpmndi:BPMNShape id=\"assessHousehold_di\" bpmnElement=\"assessHousehold\">"
                        + "<dc:Bounds x=\"2265\" y=\"600\" width=\"110\" height=\"80\" /></bpmndi:BPMNShape>"
                        + "<bpmndi:BPMNEdge id=\"assessHousehold_screen_di\" bpmnElement=\"assessHousehold_screen\">"
                        + "<di:waypoint x=\"2375\" y=\"640\" /><di:waypoint x=\"2385\" y=\"570\" /></bpmndi:BPMNEdge>"
                        + "<bpmndi:BPMNShape id=\"screen_di\"");
    }

    private static String targets(String dmn) {
        StringBuilder row = new StringBuilder("<rule id=\"stepTargetHousehold\">");
        String[] cells = {"", "\"assessHousehold\"", "7", "5", "10", "\"working\"", "\"actDate\"", "0", "false"};
        for (int i = 0; i < cells.length; i++) {
            String kind = i < 2 ? "inputEntry" : "outputEntry";
            row.append(
                    "<" + kind + " id=\"stepTargetHousehold" + i + "\"><text>" + cells[i] + "</text></" + kind + ">");
        }
        return replaced(dmn, "<rule id=\"stepTargetRule6\">", row + "</rule><rule id=\"stepTargetRule6\">");
    }

    private static String form() {
        return """
                {"type": "default", "id": "assessHousehold", "executionPlatform": "Camunda Platform",
                 "executionPlatformVersion": "7.24.0", "schemaVersion": 18, "components": [
                  {"type": "textarea", "label": "家計の見立て", "key": "householdView", "id": "Field_householdView_1",
                   "validate": {"required": true, "maxLength": 2000}}]}
                """;
    }
}
