package jp.tsunagu.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.form.FormField;

/**
 * The answers to a form as a template prints them: each under its name, in words. Texts as they are, dates in 和暦, choices
 * with all their options so that a template can tick boxes, lists row by row. So a field that an administrator adds to the
 * form can be put on the paper without a programmer.
 */
final class PaperFields {

    private PaperFields() {}

    /** A choice: {@code {{sex}}} prints what was chosen, {@code {{#sex.options}}} goes through all there are. */
    record Chosen(String text, List<Option> options) {

        @Override
        public String toString() {
            return text;
        }
    }

    /** One box to tick. */
    record Option(String label, boolean on) {}

    /** A box of its own. */
    record Ticked(boolean on) {

        @Override
        public String toString() {
            return on ? "☑" : "☐";
        }
    }

    /** All fields of a form. */
    static Map<String, Object> of(List<FormField> fields, JsonNode data) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (FormField field : fields) {
            if (field.isContainer() && field.path().isEmpty()) {
                shown.putAll(of(field.children(), data));
            } else if (field.isRepeating()) {
                shown.put(field.path(), rows(field, data.path(field.path())));
            } else if (field.isContainer()) {
                shown.put(field.path(), of(field.children(), data.path(field.path())));
            } else if (field.isInput()) {
                shown.put(field.key(), value(field, data.path(field.key())));
            }
        }
        return shown;
    }

    private static List<Map<String, Object>> rows(FormField list, JsonNode rows) {
        List<Map<String, Object>> shown = new ArrayList<>();
        rows.forEach(row -> shown.add(of(list.children(), row)));
        return shown;
    }

    private static Object value(FormField field, JsonNode value) {
        boolean answered = !value.isMissingNode() && !value.isNull();
        return switch (field.type()) {
            case "checkbox" -> new Ticked(value.asBoolean());
            case "radio", "select", "checklist", "taglist" -> chosen(field, value);
            case "datetime" -> answered ? date(value.asText()) : "";
            case "number" -> answered ? number(value) : "";
            default -> answered ? value.asText() : "";
        };
    }

    private static Chosen chosen(FormField field, JsonNode value) {
        List<Option> options = new ArrayList<>();
        field.json().path("values").forEach(choice -> {
            boolean on = value.equals(choice.path("value"));
            for (JsonNode one : value) {
                on |= one.equals(choice.path("value"));
            }
            options.add(new Option(choice.path("label").asText(), on));
        });
        String text = options.isEmpty()
                ? value.asText()
                : options.stream().filter(Option::on).map(Option::label).collect(Collectors.joining("、"));
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
