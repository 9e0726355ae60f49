package jp.tsunagu.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One component of a Camunda Form, seen through what the server needs to know of it.
 *
 * @param json the component as written in the form file
 * @param type what kind of component it is
 * @param children what stands in it, if it is a group or a list
 */
public record FormField(JsonNode json, String type, List<FormField> children) {

    FormField(JsonNode json) {
        this(json, json.path("type").asText(), childrenOf(json));
    }

    /** The name under which its value stands in the document; empty for a component without one. */
    public String key() {
        return json.path("key").asText("");
    }

    public String label() {
        return json.path("label").asText(json.path("dateLabel").asText(key()));
    }

    /** Where the values of its children stand: the {@code path} of a group or a repeating list; empty if in place. */
    public String path() {
        return json.path("path").asText("");
    }

    public boolean isContainer() {
        return type.equals("group") || isRepeating();
    }

    public boolean isRepeating() {
        return type.equals("dynamiclist");
    }

    /** Shown, not asked: whatever the browser sends for it is ignored. */
    public boolean isShownOnly() {
        return json.path("readonly").asBoolean() || json.path("disabled").asBoolean();
    }

    public boolean isInput() {
        return !key().isEmpty() && FieldChecks.knows(type);
    }

    /** It has a place of its own in the document. */
    public boolean hasValue() {
        return isContainer() ? !path().isEmpty() : isInput();
    }

    /** A person answers it, or something in it. */
    public boolean isAsked() {
        return isContainer() ? children.stream().anyMatch(FormField::isAsked) : isInput() && !isShownOnly();
    }

    /** A list whose rows the server gives: a person answers in each of them, but neither adds nor removes one. */
    public boolean isFixed() {
        return isRepeating() && !json.path("allowAddRemove").asBoolean(true);
    }

    /** What the form itself offers to choose from: the code of each choice with what it is called, in the form's order. */
    public Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        json.path("values")
                .forEach(choice -> choices.put(
                        choice.path("value").asText(), choice.path("label").asText()));
        return choices;
    }

    public JsonNode rules() {
        return json.path("validate");
    }

    /** The FEEL expression under which the component is hidden, without the leading equals sign. */
    public Optional<String> hideCondition() {
        String condition = json.path("conditional").path("hide").asText("");
        return condition.isEmpty() ? Optional.empty() : Optional.of(FormExpressions.withoutEquals(condition));
    }

    private static List<FormField> childrenOf(JsonNode json) {
        List<FormField> children = new ArrayList<>();
        json.path("components").forEach(child -> children.add(new FormField(child)));
        return List.copyOf(children);
    }

    /** A custom property of the component ({@code properties} in the form file). */
    public Optional<String> property(String name) {
        return Optional.ofNullable(json.path("properties").path(name).textValue());
    }

    /** The component and all below it. */
    public Stream<FormField> walk() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(FormField::walk));
    }
}
