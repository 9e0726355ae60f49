package jp.tsunagu.procedure.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import jp.tsunagu.procedure.compare.Change.Kind;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One edit by chance, and what it must be told as. */
final class RandomEdit {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String NEW = "家計の見直し";

    /** What the comparison has to say: nothing more, nothing less. */
    record Expected(Kind kind, String element, String property) {}

    private final Random random;

    RandomEdit(Random random) {
        this.random = random;
    }

    private <T> T some(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    Expected diagram(Document diagram) {
        return switch (random.nextInt(9)) {
            case 0 -> {
                Element named = some(elements(
                        diagram,
                        "*",
                        element -> element.hasAttribute("name")
                                && element.hasAttribute("id")
                                && !element.getLocalName().endsWith("EventDefinition")));
                named.setAttribute("name", named.getAttribute("name") + NEW);
                yield new Expected(Kind.CHANGED, named.getAttribute("id"), "name");
            }
            case 1 -> engine(diagram, "candidateGroups", "outreach-supporter");
            case 2 -> engine(diagram, "dueDate", null);
            case 3 -> engine(diagram, "formRef", "another");
            case 4 -> {
                Element condition = some(elements(diagram, "conditionExpression", element -> true));
                condition.setTextContent("${urgent && " + random.nextInt() + " > 1}");
                yield new Expected(
                        Kind.CHANGED, ((Element) condition.getParentNode()).getAttribute("id"), "conditionExpression");
            }
            case 5 -> {
                Element task = diagram.createElementNS(BPMN, "bpmn:userTask");
                task.setAttribute("id", "reviewHousehold");
                task.setAttribute("name", NEW);
                some(elements(diagram, "process", element -> true)).appendChild(task);
                yield new Expected(Kind.ADDED, "reviewHousehold", "");
            }
            case 6 -> {
                Element documentation = some(elements(
                        diagram,
                        "documentation",
                        element -> !element.getTextContent().isBlank()));
                Element of = (Element) documentation.getParentNode();
                of.removeChild(documentation);
                yield new Expected(Kind.CHANGED, of.getAttribute("id"), "documentation");
            }
            case 7 -> {
                Element arrow = some(elements(diagram, "sequenceFlow", element -> true));
                Element target = some(elements(
                        diagram,
                        "userTask",
                        element -> !element.getAttribute("id").equals(arrow.getAttribute("targetRef"))));
                arrow.setAttribute("targetRef", target.getAttribute("id"));
                yield new Expected(Kind.CHANGED, arrow.getAttribute("id"), "targetRef");
            }
            default -> {
                List<String> defaults = elements(diagram, "*", element -> element.hasAttribute("default")).stream()
                        .map(element -> element.getAttribute("default"))
                        .toList();
                Element arrow = some(
                        elements(diagram, "sequenceFlow", element -> !defaults.contains(element.getAttribute("id"))));
                arrow.getParentNode().removeChild(arrow);
                yield new Expected(Kind.REMOVED, arrow.getAttribute("id"), "");
            }
        };
    }

    private Expected engine(Document diagram, String attribute, String value) {
        Element task = some(elements(diagram, "userTask", element -> element.hasAttributeNS(CAMUNDA, attribute)));
        if (value == null) {
            task.removeAttributeNS(CAMUNDA, attribute);
        } else {
            String old = task.getAttributeNS(CAMUNDA, attribute);
            task.setAttributeNS(CAMUNDA, "camunda:" + attribute, old.equals(value) ? old + "x" : value);
        }
        return new Expected(Kind.CHANGED, task.getAttribute("id"), "camunda:" + attribute);
    }

    Expected table(Document table) {
        List<Element> rules = elements(table, "rule", element -> true);
        Element rule = some(rules);
        String row = DmnOutline.ROW + rule.getAttribute("id");
        return switch (random.nextInt(4)) {
            case 0 -> {
                List<Element> cells = elements(rule, "outputEntry");
                int column = random.nextInt(cells.size());
                elements(cells.get(column), "text").get(0).setTextContent("\"" + NEW + random.nextInt() + "\"");
                Element output = elements(table, "output", element -> true).get(column);
                yield new Expected(Kind.CHANGED, row, DmnOutline.COLUMN + output.getAttribute("id"));
            }
            case 1 -> {
                rule.getParentNode().removeChild(rule);
                yield new Expected(Kind.REMOVED, row, "");
            }
            case 2 -> {
                Element copy = (Element) rule.cloneNode(true);
                copy.setAttribute("id", "newRule");
                elements(copy, "outputEntry")
                        .forEach(cell ->
                                elements(cell, "text").get(0).setTextContent("\"" + NEW + random.nextInt() + "\""));
                rule.getParentNode().insertBefore(copy, rule);
                yield new Expected(Kind.ADDED, DmnOutline.ROW + "newRule", "");
            }
            default -> {
                Element input = some(elements(table, "input", element -> true));
                input.setAttribute("label", NEW);
                yield new Expected(Kind.CHANGED, DmnOutline.COLUMN + input.getAttribute("id"), "label");
            }
        };
    }

    Expected form(JsonNode form) {
        List<ObjectNode> fields = new ArrayList<>();
        collect(form, fields);
        ObjectNode field = some(fields.stream()
                .filter(one -> one.hasNonNull("key") && one.hasNonNull("label"))
                .toList());
        String id = field.path("id").asText();
        return switch (random.nextInt(5)) {
            case 0 -> {
                field.put("label", NEW);
                yield new Expected(Kind.CHANGED, id, "label");
            }
            case 1 -> {
                ObjectNode validate = field.withObjectProperty("validate");
                validate.put("required", !validate.path("required").asBoolean());
                yield new Expected(Kind.CHANGED, id, "validate/required");
            }
            case 2 -> {
                field.withArrayProperty("values")
                        .addObject()
                        .put("value", "newValue")
                        .put("label", NEW);
                yield new Expected(Kind.CHANGED, id, "choice:newValue");
            }
            case 3 -> {
                field.withObjectProperty("conditional").put("hide", "=urgent = " + random.nextInt());
                yield new Expected(Kind.CHANGED, id, "conditional/hide");
            }
            default -> {
                ((ArrayNode) form.path("components"))
                        .insertObject(0)
                        .put("type", "textfield")
                        .put("id", "Field_new")
                        .put("key", "householdReview")
                        .put("label", NEW);
                yield new Expected(Kind.ADDED, "Field_new", "");
            }
        };
    }

    private static void collect(JsonNode container, List<ObjectNode> fields) {
        for (JsonNode component : container.path("components")) {
            fields.add((ObjectNode) component);
            collect(component, fields);
        }
    }

    private static List<Element> elements(Document document, String name, Predicate<Element> which) {
        return elements(document.getDocumentElement(), name).stream()
                .filter(element -> !element.getNamespaceURI().contains("DI"))
                .filter(which)
                .toList();
    }

    private static List<Element> elements(Element root, String name) {
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < root.getElementsByTagNameNS("*", name).getLength(); i++) {
            found.add((Element) root.getElementsByTagNameNS("*", name).item(i));
        }
        return found;
    }
}
