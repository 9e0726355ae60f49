package jp.tsunagu.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a person reads of a component. */
final class FormTexts {

    static final Pattern LATIN_WORD = Pattern.compile("[A-Za-zＡ-Ｚａ-ｚ]+");

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
    private static final List<String> OWN =
            List.of("label", "dateLabel", "timeLabel", "description", "text", "content");

    private FormTexts() {}

    /** Without what the program puts in ({@code {{…}}}). */
    static Stream<String> of(FormField field) {
        JsonNode json = field.json();
        Stream<JsonNode> own = OWN.stream().map(json::path);
        Stream<JsonNode> choices = each(json.path("values")).map(choice -> choice.path("label"));
        Stream<JsonNode> columns = each(json.path("columns")).map(column -> column.path("label"));
        Stream<JsonNode> unit = each(json.path("appearance"));
        Stream<JsonNode> error = Stream.of(json.path("validate").path("patternErrorMessage"));
        return Stream.of(own, choices, columns, unit, error)
                .flatMap(texts -> texts)
                .map(text -> text.asText("").replaceAll("\\{\\{.*?}}", ""))
                .filter(text -> !text.isEmpty());
    }

    static boolean hasJapaneseName(FormField field) {
        boolean needsName =
                field.isInput() || field.isContainer() || field.type().equals("table");
        return !needsName
                || namedBy(field).stream()
                        .map(name -> field.json().path(name).asText(""))
                        .allMatch(name -> JAPANESE.matcher(name).find());
    }

    private static List<String> namedBy(FormField field) {
        if (!field.type().equals("datetime")) {
            return List.of("label");
        }
        return switch (field.json().path("subtype").asText("date")) {
            case "datetime" -> List.of("dateLabel", "timeLabel");
            case "time" -> List.of("timeLabel");
            default -> List.of("dateLabel");
        };
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
