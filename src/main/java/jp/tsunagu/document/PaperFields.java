package jp.tsunagu.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.form.FormField;

/**
 * The answers to a form as a template prints them: each under its name, in words. Texts as they are, dates in 和暦, choices
 * with all their options so that a template can tick boxes, lists row by row. So a field that an administrator adds to the
 * form can be put on the paper without a programmer.
 */
final class PaperFields {

    private static final Set<String> CHOICES = Set.of("radio", "select", "checklist", "taglist");

    private PaperFields() {}

    /** A choice: {@code {{sex}}} prints what was chosen, {@code {{#sex.options}}} goes through all there are. */
    record Chosen(String text, List<Option> options) {

        private static Chosen heldBack(String instead) {
            return new Chosen(instead, List.of(new Option("", instead)));
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** One box to tick, and what stands beside it. */
    record Option(String box, String label) {}

    /** A box of its own: {@code {{applied}}}. */
    private static String box(boolean on) {
        return on ? "☑" : "☐";
    }

    /** All fields of a form. */
    static Map<String, Object> of(List<FormField> fields, JsonNode data, PaperWords words) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (FormField field : fields) {
            if (field.isContainer() && field.path().isEmpty()) {
                shown.putAll(of(field.children(), data, words));
            } else if (field.isRepeating()) {
                shown.put(field.path(), rows(field, data.path(field.path()), words));
            } else if (field.isContainer()) {
                shown.put(field.path(), of(field.children(), data.path(field.path()), words));
            } else if (field.isInput()) {
                shown.put(field.key(), value(field, data.path(field.key()), words));
            }
        }
        return shown;
    }

    /** A list that is held back is one row that says so: how many there are is not told either. */
    private static List<Map<String, Object>> rows(FormField list, JsonNode rows, PaperWords words) {
        Optional<String> instead = words.instead(list).filter(text -> !rows.isEmpty());
        if (instead.isPresent()) {
            Map<String, Object> only = of(list.children(), MissingNode.getInstance(), words);
            only.replaceAll((key, value) -> value instanceof Chosen ? Chosen.heldBack(instead.get()) : instead.get());
            return List.of(only);
        }
        List<Map<String, Object>> shown = new ArrayList<>();
        for (JsonNode row : rows) {
            Map<String, Object> cells = of(list.children(), row, words);
            cells.put("row", shown.size() + 1);
            shown.add(cells);
        }
        return shown;
    }

    private static Object value(FormField field, JsonNode value, PaperWords words) {
        boolean answered = !value.isMissingNode() && !value.isNull();
        boolean isChoice = CHOICES.contains(field.type());
        Optional<String> instead = answered ? words.instead(field) : Optional.empty();
        if (instead.isPresent()) {
            return isChoice ? Chosen.heldBack(instead.get()) : instead.get();
        }
        return switch (field.type()) {
            case "checkbox" -> box(value.asBoolean());
            case "radio", "select", "checklist", "taglist" -> chosen(field, value, words);
            case "datetime" -> answered ? date(value.asText()) : "";
            case "number" -> answered ? number(value) : "";
            default -> answered ? value.asText() : "";
        };
    }

    private static Chosen chosen(FormField field, JsonNode value, PaperWords words) {
        List<Option> options = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (JsonNode choice : field.json().path("values")) {
            boolean on = value.equals(choice.path("value"));
            for (JsonNode one : value) {
                on |= one.equals(choice.path("value"));
            }
            String label = choice.path("label").asText();
            options.add(new Option(box(on), label));
            if (on) {
                labels.add(label);
            }
        }
        String text = options.isEmpty() ? words.name(field, value.asText()) : String.join("、", labels);
        return new Chosen(text, options);
    }

    private static String date(String text) {
        if (text.length() == "16:05".length()) {
            return text;
        }
        if (text.contains("T")) {
            LocalDateTime at = LocalDateTime.parse(text);
            return Wareki.format(at.toLocalDate()) + " " + "%d:%02d".formatted(at.getHour(), at.getMinute());
        }
        return Wareki.format(LocalDate.parse(text));
    }

    private static String number(JsonNode value) {
        return NumberFormat.getNumberInstance(Locale.JAPAN).format(value.decimalValue());
    }
}
