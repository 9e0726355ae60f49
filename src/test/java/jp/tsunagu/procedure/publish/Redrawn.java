package jp.tsunagu.procedure.publish;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.procedure.ProcedureFiles;

/** The procedure in force with some things drawn anew, as an administrator leaves it in the editor. */
final class Redrawn {

    static final String MAIN = HouseholdStep.MAIN;
    static final String DECISION = "processes/plan-decision.bpmn";

    private final ProcedureFiles present;
    private final Map<String, byte[]> files = new TreeMap<>();

    Redrawn(ProcedureFiles present) {
        this.present = present;
    }

    /** The files that change, each with its new content. */
    Map<String, byte[]> files() {
        return files;
    }

    private String text(String file) {
        return files.containsKey(file)
                ? new String(files.get(file), java.nio.charset.StandardCharsets.UTF_8)
                : HouseholdStep.text(present, file);
    }

    Redrawn replace(String file, String part, String by) {
        files.put(file, HouseholdStep.bytes(HouseholdStep.replaced(text(file), part, by)));
        return this;
    }

    /** The first place that looks so, if there is one. */
    Redrawn replaceFirst(String file, String pattern, String by) {
        String changed = text(file).replaceFirst(pattern, by);
        if (!changed.equals(text(file))) {
            files.put(file, HouseholdStep.bytes(changed));
        }
        return this;
    }

    /** Somebody's step on the way that an arrow shows, with role, form and target. */
    Redrawn step(String file, String arrow, String id, String name, String group) {
        Matcher flow = Pattern.compile("<bpmn:sequenceFlow id=\"" + arrow
                        + "\"(?: name=\"[^\"]*\")? sourceRef=\"(\\w+)\" targetRef=\"(\\w+)\"")
                .matcher(text(file));
        if (!flow.find()) {
            throw new IllegalStateException("no arrow " + arrow);
        }
        String from = flow.group(1);
        String to = flow.group(2);
        String onwards = id + "_" + to;
        replace(file, flow.group(), flow.group().replace("targetRef=\"" + to + "\"", "targetRef=\"" + id + "\""));
        replace(file, "<bpmn:incoming>" + arrow + "</bpmn:incoming>", "<bpmn:incoming>" + onwards + "</bpmn:incoming>");
        String lane = "<bpmn:flowNodeRef>" + from + "</bpmn:flowNodeRef>";
        if (text(file).contains(lane)) {
            replace(file, lane, lane + "<bpmn:flowNodeRef>" + id + "</bpmn:flowNodeRef>");
        }
        replace(
                file,
                "<bpmn:sequenceFlow id=\"" + arrow + "\"",
                "<bpmn:userTask id=\"" + id + "\" name=\"" + name + "\" camunda:formRef=\"" + id
                        + "\" camunda:formRefBinding=\"latest\" camunda:candidateGroups=\"" + group
                        + "\" camunda:dueDate=\"${deadlines.due(execution)}\"><bpmn:incoming>" + arrow
                        + "</bpmn:incoming><bpmn:outgoing>" + onwards + "</bpmn:outgoing></bpmn:userTask>"
                        + "<bpmn:sequenceFlow id=\"" + onwards + "\" sourceRef=\"" + id + "\" targetRef=\"" + to
                        + "\" /><bpmn:sequenceFlow id=\"" + arrow + "\"");
        shape(file, id, 110, 80);
        arrow(file, onwards);
        target(id);
        String form = id.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
        files.put("forms/" + (80 + files.size()) + "-" + form + ".form", HouseholdStep.bytes(FORM.formatted(id)));
        return this;
    }

    /** Something that happens beside a step and does not end it. */
    Redrawn beside(String file, String step, String id, String definition) {
        String arrow = id + "_" + id + "Seen";
        replace(
                file,
                "<bpmn:userTask id=\"" + step + "\"",
                "<bpmn:boundaryEvent id=\"" + id + "\" name=\"知らせ\" attachedToRef=\"" + step
                        + "\" cancelActivity=\"false\"><bpmn:outgoing>" + arrow + "</bpmn:outgoing>" + definition
                        + "</bpmn:boundaryEvent><bpmn:endEvent id=\"" + id + "Seen\" name=\"知らせた\"><bpmn:incoming>"
                        + arrow + "</bpmn:incoming></bpmn:endEvent><bpmn:sequenceFlow id=\"" + arrow + "\" sourceRef=\""
                        + id + "\" targetRef=\"" + id + "Seen\" /><bpmn:userTask id=\"" + step + "\"");
        String lane = "<bpmn:flowNodeRef>" + step + "</bpmn:flowNodeRef>";
        if (text(file).contains(lane)) {
            replace(
                    file,
                    lane,
                    lane + "<bpmn:flowNodeRef>" + id + "</bpmn:flowNodeRef><bpmn:flowNodeRef>" + id
                            + "Seen</bpmn:flowNodeRef>");
        }
        shape(file, id, 36, 36);
        shape(file, id + "Seen", 36, 36);
        return arrow(file, arrow);
    }

    Redrawn message(String file, String name) {
        return replace(
                file,
                "<bpmndi:BPMNDiagram",
                "<bpmn:message id=\"" + name + "Message\" name=\"" + name + "\" /><bpmndi:BPMNDiagram");
    }

    static String timer(String kind, String when) {
        return "<bpmn:timerEventDefinition><bpmn:" + kind + " xsi:type=\"bpmn:tFormalExpression\">" + when + "</bpmn:"
                + kind + "></bpmn:timerEventDefinition>";
    }

    private void shape(String file, String id, int width, int height) {
        drawn(
                file,
                "<bpmndi:BPMNShape id=\"" + id + "_di\" bpmnElement=\"" + id
                        + "\"><dc:Bounds x=\"10\" y=\"10\" width=\"" + width + "\" height=\"" + height
                        + "\" /></bpmndi:BPMNShape>");
    }

    private Redrawn arrow(String file, String id) {
        return drawn(
                file,
                "<bpmndi:BPMNEdge id=\"" + id + "_di\" bpmnElement=\"" + id
                        + "\"><di:waypoint x=\"10\" y=\"10\" /><di:waypoint x=\"40\" y=\"10\" /></bpmndi:BPMNEdge>");
    }

    private Redrawn drawn(String file, String part) {
        return replace(file, "</bpmndi:BPMNPlane>", part + "</bpmndi:BPMNPlane>");
    }

    private void target(String step) {
        StringBuilder row = new StringBuilder("<rule id=\"" + step + "Target\">");
        String[] cells = {"", "\"" + step + "\"", "7", "5", "10", "\"working\"", "\"actDate\"", "0", "false"};
        for (int i = 0; i < cells.length; i++) {
            String kind = i < 2 ? "inputEntry" : "outputEntry";
            row.append("<" + kind + " id=\"" + step + "Target" + i + "\"><text>" + cells[i] + "</text></" + kind + ">");
        }
        replace(HouseholdStep.TARGETS, "<rule id=\"stepTargetRule6\">", row + "</rule><rule id=\"stepTargetRule6\">");
    }

    private static final String FORM = """
            {"type": "default", "id": "%s", "executionPlatform": "Camunda Platform",
             "executionPlatformVersion": "7.24.0", "schemaVersion": 18, "components": [
              {"type": "textarea", "label": "確かめたこと", "key": "seen", "id": "Field_seen_1",
               "validate": {"required": true, "maxLength": 2000}}]}
            """;
}
