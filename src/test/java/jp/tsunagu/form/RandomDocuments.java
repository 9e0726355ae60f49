package jp.tsunagu.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Documents for a form, right in most fields and wrong in some. */
final class RandomDocuments {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_ROWS = 3;

    private final RandomAnswers answers;
    private final Arbitrary<JsonNode> wrongValues;
    private final int wrong;

    /**
     * @param wrongValues what stands where the value has nothing to do with the field
     * @param wrong in how many of a hundred fields that is so
     */
    RandomDocuments(ObjectNode served, Arbitrary<JsonNode> wrongValues, int wrong) {
        this.answers = new RandomAnswers(served);
        this.wrongValues = wrongValues;
        this.wrong = wrong;
    }

    Arbitrary<ObjectNode> of(FormSchema form) {
        return object(form.fields());
    }

    private Arbitrary<ObjectNode> object(List<FormField> fields) {
        List<String> names = new ArrayList<>();
        List<Arbitrary<JsonNode>> values = new ArrayList<>();
        FormSchema.topLevel(fields)
                .filter(field -> field.isInput() || field.isContainer())
                .forEach(field -> {
                    names.add(FormSchema.documentKey(field));
                    values.add(value(field));
                });
        return Combinators.combine(values).as(chosen -> {
            ObjectNode object = JSON.objectNode();
            for (int i = 0; i < names.size(); i++) {
                if (!chosen.get(i).isMissingNode()) {
                    object.set(names.get(i), chosen.get(i));
                }
            }
            return object;
        });
    }

    private Arbitrary<JsonNode> value(FormField field) {
        return Arbitraries.frequencyOf(Tuple.of(100 - wrong, right(field)), Tuple.of(wrong, wrongValues));
    }

    private Arbitrary<JsonNode> right(FormField field) {
        if (field.isRepeating()) {
            return object(field.children()).list().ofMaxSize(MOST_ROWS).map(RandomDocuments::array);
        }
        if (field.isContainer()) {
            return object(field.children()).map(group -> group);
        }
        boolean mayBeEmpty = !field.rules().path("required").asBoolean();
        Arbitrary<JsonNode> answer = answers.to(field);
        return mayBeEmpty ? Arbitraries.oneOf(answer, Arbitraries.of(NullNode.instance, JSON.missingNode())) : answer;
    }

    private static JsonNode array(List<? extends JsonNode> rows) {
        ArrayNode array = JSON.arrayNode();
        rows.forEach(array::add);
        return array;
    }
}
