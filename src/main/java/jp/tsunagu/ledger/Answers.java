package jp.tsunagu.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jp.tsunagu.form.FormField;

/**
 * The answers to a form line by line, in the form's own words: 「家族（1）　続柄」 → 「母」. Two versions compared line by line are
 * the difference that a reader understands.
 */
final class Answers {

    private final BinaryOperator<String> servedChoices;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /**
     * One answer.
     *
     * @param path where it stands in the document; the same in all versions
     * @param key of the field
     */
    record Line(String path, String key, String label, String text) {}

    private Answers(BinaryOperator<String> servedChoices) {
        this.servedChoices = servedChoices;
    }

    /**
     * All answers that were given, in the order of the form.
     *
     * @param servedChoices the label of a choice that the server offers: from the name of the list and the value
     */
    static Map<String, Line> of(List<FormField> fields, JsonNode data, BinaryOperator<String> servedChoices) {
        Answers answers = new Answers(servedChoices);
        answers.add(fields, data, "", "");
        return answers.lines;
    }

    private void add(List<FormField> fields, JsonNode data, String path, String heading) {
        for (FormField field : fields) {
            if (field.isRepeating()) {
                JsonNode rows = data.path(field.path());
                for (int row = 0; row < rows.size(); row++) {
                    String place = path + field.path() + "[" + row + "].";
                    add(field.children(), rows.get(row), place, heading + field.label() + "（" + (row + 1) + "）　");
                }
            } else if (field.isContainer()) {
                JsonNode below = field.path().isEmpty() ? data : data.path(field.path());
                add(field.children(), below, field.path().isEmpty() ? path : path + field.path() + ".", heading);
            } else if (field.isInput()) {
                add(field, data.path(field.key()), path + field.key(), heading);
            }
        }
    }

    private void add(FormField field, JsonNode value, String path, String heading) {
        String text = text(field, value);
        if (!text.isBlank()) {
            lines.put(path, new Line(path, field.key(), heading + field.label(), text));
        }
    }

    private String text(FormField field, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return switch (field.type()) {
            case "checkbox" -> value.asBoolean() ? "はい" : "いいえ";
            case "radio", "select", "checklist", "taglist" -> chosen(field, value);
            case "datetime" -> date(value.asText());
            case "number" ->
                value.isNumber()
                        ? NumberFormat.getNumberInstance(Locale.JAPAN).format(value.decimalValue())
                        : value.asText();
            default -> value.asText();
        };
    }

    private String chosen(FormField field, JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(one -> choice(field, one))
                        .collect(Collectors.joining("、"))
                : choice(field, value);
    }

    private String choice(FormField field, JsonNode value) {
        return StreamSupport.stream(field.json().path("values").spliterator(), false)
                .filter(choice -> choice.path("value").equals(value))
                .map(choice -> choice.path("label").asText())
                .findFirst()
                .orElseGet(
                        () -> servedChoices.apply(field.json().path("valuesKey").asText(), value.asText()));
    }

    /** What an old form took for a date and is none stays as it was typed. */
    private static String date(String text) {
        try {
            if (text.contains("T")) {
                LocalDateTime at = LocalDateTime.parse(text);
                return Days.full(at.toLocalDate()) + "%d:%02d".formatted(at.getHour(), at.getMinute());
            }
            return text.contains("-") ? Days.full(LocalDate.parse(text)) : text;
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
