package jp.tsunagu.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * Where the processes of a case stood at one moment, as the database function {@code process_state} told it: the main
 * process and what it has called.
 */
record ProcessState(JsonNode json) {

    /** Where a token stands. */
    record Place(String id, String at, String instance) {}

    /** An open task with its dates. */
    record OpenTask(String id, String at, String name, String assignee, Date due, Date followUp, JsonNode deadline) {}

    /** A timer that has not gone off. */
    record Timer(String id, String at, String instance, OffsetDateTime due) {}

    /** What changed from this state to a later one. */
    record Difference(List<Place> gone, List<Place> come) {}

    List<Place> places() {
        return rows("places").stream()
                .map(row -> new Place(text(row, "id"), text(row, "at"), text(row, "instance")))
                .toList();
    }

    List<OpenTask> tasks() {
        return rows("tasks").stream()
                .map(row -> new OpenTask(
                        text(row, "id"),
                        text(row, "at"),
                        text(row, "name"),
                        text(row, "assignee"),
                        date(row, "due"),
                        date(row, "followUp"),
                        row.path("deadline")))
                .toList();
    }

    List<Timer> timers() {
        return rows("timers").stream()
                .map(row -> new Timer(
                        text(row, "id"),
                        text(row, "at"),
                        text(row, "instance"),
                        OffsetDateTime.parse(text(row, "due"))))
                .toList();
    }

    /** The processes of the case that are no part of the main one. */
    Set<String> beside() {
        return rows("beside").stream().map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> instances() {
        return rows("variables").stream().map(row -> text(row, "instance")).collect(Collectors.toSet());
    }

    /** What this instance knew. */
    Map<String, Object> variables(String instance) {
        Map<String, Object> variables = new HashMap<>();
        rows("variables").stream()
                .filter(row -> instance.equals(text(row, "instance")))
                .forEach(row -> variables.put(text(row, "name"), value(row)));
        return variables;
    }

    /**
     * What the step has changed since. A place beside it at which there is still, or again, a token is unchanged: a step
     * that was taken back stands there anew.
     */
    Difference until(ProcessState later, StepBack.Done done) {
        List<Place> gone = new ArrayList<>(places());
        List<Place> come = new ArrayList<>(later.places());
        gone.removeAll(later.places());
        come.removeAll(places());
        gone.removeIf(place -> !done.concerns(place.instance()));
        come.removeIf(place -> !done.concerns(place.instance()));
        gone.removeIf(place -> !place.at().equals(done.step()) && removeOneAt(place, come));
        return new Difference(gone, come);
    }

    private static boolean removeOneAt(Place place, List<Place> come) {
        Optional<Place> same = come.stream()
                .filter(other ->
                        other.at().equals(place.at()) && other.instance().equals(place.instance()))
                .findFirst();
        same.ifPresent(come::remove);
        return same.isPresent();
    }

    Optional<OpenTask> task(String id) {
        return tasks().stream().filter(task -> task.id().equals(id)).findFirst();
    }

    private static Object value(JsonNode row) {
        return switch (text(row, "type")) {
            case "string" -> text(row, "text");
            case "boolean" -> row.path("number").asLong() == 1;
            case "integer" -> row.path("number").asInt();
            case "date" -> new Date(row.path("number").asLong());
            case "json" -> SpinValues.jsonValue(text(row, "text")).create();
            case "null" -> null;
            default -> throw new IllegalStateException("変数の型 " + text(row, "type"));
        };
    }

    private List<JsonNode> rows(String name) {
        return StreamSupport.stream(json.path(name).spliterator(), false).toList();
    }

    private static String text(JsonNode row, String name) {
        return row.path(name).isNull() ? null : row.path(name).asText();
    }

    private static Date date(JsonNode row, String name) {
        String text = text(row, name);
        return text == null ? null : Date.from(OffsetDateTime.parse(text).toInstant());
    }
}
