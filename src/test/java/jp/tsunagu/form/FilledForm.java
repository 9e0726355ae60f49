package jp.tsunagu.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A form as somebody fills it in by chance: every field that is asked gets a right answer, keeps what stood there, or stays
 * empty where it may. What a condition hides is filled in all the same; the server drops it.
 */
public final class FilledForm {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double KEEPS = 0.6;
    private static final double LEAVES_EMPTY = 0.6;

    /** What the person filling in would not leave to chance. */
    public interface Hand {

        /**
         * The answer to a field, or null if any right one will do.
         *
         * @param given what stands there already
         */
        JsonNode answer(FormField field, JsonNode given);

        /** Rows for a list that people add to, or null if any will do. */
        ArrayNode rows(FormField list, JsonNode given);
    }

    private final ObjectNode served;
    private final Random random;
    private final Hand hand;
    private final Set<String> forced;

    /**
     * @param served the values the form opened with
     * @param forced fields that must not be left empty
     */
    public FilledForm(ObjectNode served, Random random, Hand hand, Set<String> forced) {
        this.served = served;
        this.random = random;
        this.hand = hand;
        this.forced = forced;
    }

    /** All of the form, over what it opened with. */
    public ObjectNode whole(FormSchema form) {
        ObjectNode data = served.deepCopy();
        fill(form.fields(), data);
        return data;
    }

    /** Some fields once more, the rest as it is. */
    public ObjectNode again(FormSchema form, ObjectNode before, Set<String> keys) {
        ObjectNode data = before.deepCopy();
        FormSchema.topLevel(form.fields())
                .filter(field -> keys.contains(FormSchema.documentKey(field)))
                .filter(FormField::isAsked)
                .forEach(field -> {
                    data.remove(FormSchema.documentKey(field));
                    fill(List.of(field), data);
                });
        return data;
    }

    private void fill(List<FormField> fields, ObjectNode data) {
        FormSchema.topLevel(fields).filter(FormField::isAsked).forEach(field -> {
            String key = FormSchema.documentKey(field);
            data.set(key, value(field, data.path(key)));
        });
    }

    private JsonNode value(FormField field, JsonNode given) {
        if (field.isRepeating()) {
            return rows(field, given);
        }
        if (field.isContainer()) {
            ObjectNode group = given.isObject() ? given.deepCopy() : JSON.objectNode();
            fill(field.children(), group);
            return group;
        }
        JsonNode decided = hand.answer(field, given);
        return decided != null ? decided : byChance(field, given);
    }

    private JsonNode byChance(FormField field, JsonNode given) {
        boolean stands = !KeptValues.isEmpty(given);
        if (stands && random.nextDouble() < KEEPS) {
            return given;
        }
        boolean mayBeEmpty = !field.rules().path("required").asBoolean() && !forced.contains(field.key());
        return mayBeEmpty && random.nextDouble() < LEAVES_EMPTY ? NullNode.instance : right(field);
    }

    private JsonNode right(FormField field) {
        return switch (field.type()) {
            case "number" -> JSON.numberNode(number(field.rules()));
            case "checkbox" -> JSON.booleanNode(field.rules().path("required").asBoolean() || random.nextBoolean());
            case "radio", "select" -> one(RandomAnswers.choices(field, served));
            case "checklist", "taglist" -> some(RandomAnswers.choices(field, served));
            default -> one(RandomAnswers.patterned(field));
        };
    }

    /** Small amounts as often as large ones: that somebody has nothing left must come about. */
    private long number(JsonNode rules) {
        long least = rules.path("min").asLong();
        long most = rules.path("max").asLong(Integer.MAX_VALUE);
        return least + (long) (Math.pow(random.nextDouble(), 4) * (most - least) / (random.nextBoolean() ? 1 : 1000));
    }

    private JsonNode one(List<JsonNode> of) {
        return of.get(random.nextInt(of.size()));
    }

    private ArrayNode some(List<JsonNode> of) {
        ArrayNode chosen = JSON.arrayNode();
        JsonNode sure = one(of);
        of.stream()
                .filter(choice -> choice.equals(sure) || random.nextInt(4) == 0)
                .forEach(chosen::add);
        return chosen;
    }

    private ArrayNode rows(FormField list, JsonNode given) {
        ArrayNode rows = hand.rows(list, given);
        rows.forEach(row -> fill(list.children(), (ObjectNode) row));
        return rows;
    }
}
