package jp.tsunagu.procedure.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.tsunagu.engine.VariableCatalogue;
import jp.tsunagu.engine.VariableCatalogue.Type;
import jp.tsunagu.engine.VariableCatalogue.Variable;
import jp.tsunagu.form.CheckedDocument;
import jp.tsunagu.form.FormField;
import jp.tsunagu.form.FormSchema;
import jp.tsunagu.form.FormValidator;
import jp.tsunagu.form.Refusal;

/** Holds the answers of a scenario against the procedure's form: what is told must fit, and what decides must be told. */
final class AnswerCheck {

    private final VariableCatalogue variables;

    AnswerCheck(VariableCatalogue variables) {
        this.variables = variables;
    }

    /**
     * What is kept of the answers.
     *
     * @param reasons why the form refuses them; empty if it takes them
     */
    record Checked(ObjectNode answers, List<String> reasons) {}

    /**
     * Checks answers.
     *
     * @param known of the case before, for the conditions under which fields are hidden
     */
    Checked check(FormSchema form, ObjectNode told, ObjectNode known) {
        List<String> reasons = new ArrayList<>();
        Map<String, FormField> fields = new TreeMap<>();
        form.walk().filter(FormField::isAsked).forEach(field -> fields.putIfAbsent(nameOf(field), field));
        told.fieldNames().forEachRemaining(name -> unknown(form, fields, name).ifPresent(reasons::add));
        if (!reasons.isEmpty()) {
            return new Checked(told, reasons);
        }
        ObjectNode asChosen = told.deepCopy();
        told.fieldNames().forEachRemaining(name -> asChosen.set(name, chosen(fields.get(name), told.path(name))));
        CheckedDocument checked = FormValidator.check(form, asChosen, known);
        checked.refusals().stream()
                .filter(refusal -> concerns(refusal, told, fields))
                .map(AnswerCheck::text)
                .forEach(reasons::add);
        told.fieldNames().forEachRemaining(name -> {
            if (!checked.answers().has(name)) {
                reasons.add("欄「" + label(fields, name) + "」（" + name + "）は、ほかの答えのために表示されません。");
            }
        });
        ObjectNode kept = checked.answers().deepCopy();
        kept.retain(names(asChosen));
        return new Checked(kept, reasons);
    }

    private static List<String> names(ObjectNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String nameOf(FormField field) {
        return field.isContainer() ? field.path() : field.key();
    }

    private static Optional<String> unknown(FormSchema form, Map<String, FormField> fields, String name) {
        if (form.inputKeys().contains(name) && fields.containsKey(name)) {
            return Optional.empty();
        }
        return Optional.of("入力フォーム「" + form.key() + "」に「" + name + "」という欄"
                + (form.referencedKeys().contains(name) ? "は表示されるだけで、答えられません。" : "はありません。"));
    }

    /** A choice is told by its code, whatever kind of value that is. */
    private static JsonNode chosen(FormField field, JsonNode told) {
        if (told.isArray()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            told.forEach(one -> all.add(chosen(field, one)));
            return all;
        }
        for (JsonNode choice : field.json().path("values")) {
            if (choice.path("value").asText().equals(told.asText(null))) {
                return choice.path("value");
            }
        }
        return told;
    }

    /** What nobody told and what does not decide may be empty; what the server would offer to choose from is not known here. */
    private boolean concerns(Refusal refusal, ObjectNode told, Map<String, FormField> fields) {
        if (refusal.field() == null) {
            return true;
        }
        String name = refusal.field().replaceAll("[.\\[].*", "");
        FormField field = fields.get(name);
        boolean served =
                field != null && !field.json().path("valuesKey").asText("").isEmpty();
        return told.has(name) && !served ? isTold(refusal.field(), told) : !told.has(name) && decides(name);
    }

    /** Of a group that is told in part, the rest may be empty. */
    private static boolean isTold(String path, ObjectNode told) {
        String pointer = "/" + path.replace(".", "/").replace("[", "/").replace("]", "");
        JsonNode value = told.at(pointer);
        return !value.isMissingNode() && !value.isNull();
    }

    private boolean decides(String name) {
        return variables
                .find(name)
                .filter(Variable::typed)
                .map(Variable::type)
                .filter(type -> type != Type.DATE)
                .isPresent();
    }

    private static String text(Refusal refusal) {
        String where = refusal.field() == null
                ? ""
                : "欄「" + (refusal.label() == null ? "" : refusal.label()) + "」（" + refusal.field() + "）: ";
        return where + refusal.reason();
    }

    private static String label(Map<String, FormField> fields, String name) {
        return fields.get(name).label();
    }
}
