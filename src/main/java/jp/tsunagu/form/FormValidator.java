package jp.tsunagu.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
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

    /** Nobody reads more reasons than these in one go, and a list without an end could be asked for on purpose. */
    private static final int MOST_REFUSALS = 100;

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
        ObjectNode kept = KeptValues.of(schema, document, served);
        validator.refuseUnknown(document, schema.referencedKeys(), "");
        validator.walk(schema.fields(), new Place("", "", document, kept, served));
        return new CheckedDocument(kept, List.copyOf(validator.refusals));
    }

    /**
     * A part of the document, under which name and label it is reported, and the same part of what is kept and served.
     */
    private record Place(String path, String label, JsonNode sent, JsonNode kept, JsonNode served) {

        Place group(FormField group) {
            String key = group.path();
            return new Place(
                    pathTo(key), label + group.label() + " ", sent.path(key), kept.path(key), served.path(key));
        }

        Place row(FormField list, int i) {
            String key = list.path();
            return new Place(
                    pathTo(key) + "[" + i + "]",
                    label + list.label() + " " + (i + 1) + "行目 ",
                    sent.path(key).path(i),
                    kept.path(key).path(i),
                    served.path(key).path(i));
        }

        String pathTo(String key) {
            return path.isEmpty() ? key : path + "." + key;
        }
    }

    private void walk(List<FormField> fields, Place place) {
        for (FormField field : fields) {
            String key = FormSchema.documentKey(field);
            if (field.isContainer() && key.isEmpty()) {
                walk(field.children(), place);
            } else if (field.isAsked() && place.kept().has(key)) {
                check(field, place.kept().path(key), place);
            }
        }
    }

    private void check(FormField field, JsonNode value, Place place) {
        if (field.isRepeating()) {
            rows(field, value, place);
        } else if (!field.isContainer()) {
            field(field, value, place);
        } else if (value.isObject()) {
            inside(field, place.group(field));
        } else {
            refuse(place.pathTo(field.path()), field.label(), "まとまりとして入力してください。");
        }
    }

    private void rows(FormField list, JsonNode rows, Place place) {
        String path = place.pathTo(list.path());
        JsonNode given = place.served().path(list.path());
        if (!rows.isNull() && (!rows.isArray() || rows.size() > KeptValues.MOST_ROWS)) {
            refuse(path, list.label(), "行の一覧で、" + KeptValues.MOST_ROWS + "行以内にしてください。");
        } else if (list.isFixed() && given.isArray() && given.size() != rows.size()) {
            refuse(path, list.label(), "この一覧の行は、足すことも消すこともできません。画面を開き直してください。");
        } else {
            for (int i = 0; i < rows.size(); i++) {
                Place row = place.row(list, i);
                if (rows.get(i).isObject()) {
                    inside(list, row);
                } else {
                    refuse(row.path(), row.label().trim(), "行として入力してください。");
                }
            }
        }
    }

    private void inside(FormField container, Place place) {
        refuseUnknown(place.sent(), namesIn(container), place.path());
        walk(container.children(), place);
    }

    private void field(FormField field, JsonNode value, Place place) {
        Optional<String> reason = value.isNull()
                ? Optional.of(missing(field))
                        .filter(text -> field.rules().path("required").asBoolean())
                : FieldChecks.of(field.type()).flatMap(check -> check.reason(field, value, served));
        reason.ifPresent(text -> refuse(place.pathTo(field.key()), place.label() + field.label(), text));
    }

    private static String missing(FormField field) {
        return switch (field.type()) {
            case "radio", "select", "checklist", "taglist" -> "選んでください。";
            case "checkbox" -> "確認してチェックを入れてください。";
            default -> "入力してください。";
        };
    }

    private static Set<String> namesIn(FormField container) {
        Set<String> names = new HashSet<>();
        FormSchema.topLevel(container.children()).map(FormSchema::documentKey).forEach(names::add);
        return names;
    }

    private void refuseUnknown(JsonNode values, Set<String> known, String path) {
        for (Iterator<String> names = values.fieldNames(); names.hasNext(); ) {
            if (!known.contains(names.next())) {
                refuse(path, null, "この入力フォームにない項目が送られました。画面を開き直してください。");
                return;
            }
        }
    }

    private void refuse(String field, String label, String reason) {
        if (refusals.size() < MOST_REFUSALS) {
            refusals.add(new Refusal(field.isEmpty() ? null : field, label, reason));
        }
    }
}
