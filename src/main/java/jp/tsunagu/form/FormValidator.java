package jp.tsunagu.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a whole document against its form: every rule the browser checks, plus what only the server can know.
 *
 * <p>A part that is hidden by its condition is neither asked nor kept. A name the form does not know is refused, so that
 * nothing reaches the case file unseen.
 */
public final class FormValidator {

    private static final int MOST_ROWS = 200;

    private final JsonNode served;
    private final List<Refusal> refusals = new ArrayList<>();

    private FormValidator(JsonNode served) {
        this.served = served;
    }

    /**
     * @param document the values as sent
     * @param served the values the server knows for this form: shown fields, choices; conditions read them too
     */
    public static CheckedDocument check(FormSchema schema, ObjectNode document, ObjectNode served) {
        FormValidator validator = new FormValidator(served);
        validator.refuseUnknown(document, schema.referencedKeys(), "");
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        validator.walk(schema.fields(), document, FormExpressions.merged(served, document), answers, new Place("", ""));
        return new CheckedDocument(answers, List.copyOf(validator.refusals));
    }

    private record Place(String path, String label) {

        Place in(String part, String name) {
            return new Place(path.isEmpty() ? part : path + "." + part, label + name);
        }

        String field(FormField field) {
            return path.isEmpty() ? field.key() : path + "." + field.key();
        }
    }

    private void walk(List<FormField> fields, JsonNode values, ObjectNode scope, ObjectNode answers, Place place) {
        for (FormField field : fields) {
            if (isHidden(field, scope)) {
                continue;
            }
            if (field.isRepeating()) {
                rows(field, values, scope, answers, place);
            } else if (field.isContainer()) {
                group(field, values, scope, answers, place);
            } else if (field.isInput() && !field.isShownOnly()) {
                field(field, values.path(field.key()), answers, place);
            }
        }
    }

    private static boolean isHidden(FormField field, ObjectNode scope) {
        return field.hideCondition()
                .map(condition -> FormExpressions.holds(condition, scope))
                .orElse(false);
    }

    private void group(FormField group, JsonNode values, ObjectNode scope, ObjectNode answers, Place place) {
        if (group.path().isEmpty()) {
            walk(group.children(), values, scope, answers, place);
            return;
        }
        JsonNode inner = values.path(group.path());
        Place here = place.in(group.path(), group.label() + " ");
        if (!inner.isMissingNode() && !inner.isNull() && !inner.isObject()) {
            refuse(here.path(), group.label(), "まとまりとして入力してください。");
            return;
        }
        ObjectNode innerAnswers = JsonNodeFactory.instance.objectNode();
        refuseUnknown(inner, namesIn(group), here.path());
        walk(group.children(), inner, FormExpressions.merged(scope, inner), innerAnswers, here);
        answers.set(group.path(), innerAnswers);
    }

    private void rows(FormField list, JsonNode values, ObjectNode scope, ObjectNode answers, Place place) {
        JsonNode rows = values.path(list.path());
        if (rows.isMissingNode() || rows.isNull()) {
            answers.putNull(list.path());
            return;
        }
        if (!rows.isArray() || rows.size() > MOST_ROWS) {
            refuse(place.in(list.path(), "").path(), list.label(), "行の一覧で、" + MOST_ROWS + "行以内にしてください。");
            return;
        }
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < rows.size(); i++) {
            Place here = place.in(list.path() + "[" + i + "]", list.label() + " " + (i + 1) + "行目 ");
            JsonNode row = rows.get(i);
            if (!row.isObject()) {
                refuse(here.path(), here.label().trim(), "行として入力してください。");
                continue;
            }
            ObjectNode rowAnswers = JsonNodeFactory.instance.objectNode();
            refuseUnknown(row, namesIn(list), here.path());
            walk(list.children(), row, FormExpressions.merged(scope, row), rowAnswers, here);
            keepShownValues(list, row, rowAnswers, here);
            kept.add(rowAnswers);
        }
        answers.set(list.path(), kept);
    }

    /** A row may show what it is about (the provider to ask); without it the answers in the row would mean nothing. */
    private void keepShownValues(FormField list, JsonNode row, ObjectNode answers, Place place) {
        list.walk()
                .filter(field -> field.isInput() && field.isShownOnly() && !isEmpty(row.path(field.key())))
                .forEach(field -> field(field, row.path(field.key()), answers, place));
    }

    private void field(FormField field, JsonNode value, ObjectNode answers, Place place) {
        if (isEmpty(value)) {
            if (field.rules().path("required").asBoolean()) {
                refuse(place.field(field), place.label() + field.label(), missing(field));
            }
            answers.putNull(field.key());
            return;
        }
        Optional<String> reason = FieldChecks.of(field.type()).flatMap(check -> check.reason(field, value, served));
        reason.ifPresent(text -> refuse(place.field(field), place.label() + field.label(), text));
        answers.set(field.key(), value);
    }

    private static String missing(FormField field) {
        return switch (field.type()) {
            case "radio", "select", "checklist", "taglist" -> "選んでください。";
            case "checkbox" -> "確認してチェックを入れてください。";
            default -> "入力してください。";
        };
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.asText().isBlank())
                || (value.isArray() && value.isEmpty());
    }

    private static Set<String> namesIn(FormField container) {
        Set<String> names = new HashSet<>();
        FormSchema.topLevel(container.children()).map(FormSchema::documentKey).forEach(names::add);
        return names;
    }

    private void refuseUnknown(JsonNode values, Set<String> known, String path) {
        values.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                refuse(path.isEmpty() ? "" : path, null, "この様式にない項目が送られました。画面を開き直してください。");
            }
        });
    }

    private void refuse(String field, String label, String reason) {
        refusals.add(new Refusal(field.isEmpty() ? null : field, label, reason));
    }
}
