package jp.tsunagu.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** JSON values of every kind. */
final class RandomJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_MEMBERS = 3;
    private static final int DEEPEST = 3;

    private RandomJson() {}

    static Arbitrary<JsonNode> anything() {
        return Arbitraries.recursive(RandomJson::plain, RandomJson::around, 0, DEEPEST);
    }

    private static Arbitrary<JsonNode> plain() {
        return Arbitraries.oneOf(
                Arbitraries.of(NullNode.instance, BooleanNode.TRUE, BooleanNode.FALSE),
                Arbitraries.integers().map(JSON::numberNode),
                Arbitraries.bigIntegers().map(JSON::numberNode),
                Arbitraries.doubles().map(JSON::numberNode),
                Arbitraries.bigDecimals().map(JSON::numberNode),
                Arbitraries.strings().ofMaxLength(20).map(TextNode::valueOf),
                Arbitraries.of(
                                "",
                                " ",
                                "　",
                                "\u0000",
                                "\ud83d",
                                "yes",
                                "true",
                                "2026-02-30",
                                "2026-09-18",
                                "9".repeat(11_000))
                        .map(TextNode::valueOf));
    }

    private static Arbitrary<JsonNode> around(Arbitrary<JsonNode> inner) {
        return Arbitraries.oneOf(
                inner,
                inner.list().ofMaxSize(MOST_MEMBERS).map(RandomJson::array),
                Arbitraries.maps(Arbitraries.of("key", "value", "名前", "", "__proto__"), inner)
                        .ofMaxSize(MOST_MEMBERS)
                        .map(RandomJson::object));
    }

    private static JsonNode array(List<JsonNode> members) {
        ArrayNode array = JSON.arrayNode();
        members.forEach(array::add);
        return array;
    }

    private static JsonNode object(Map<String, JsonNode> members) {
        ObjectNode object = JSON.objectNode();
        members.forEach(object::set);
        return object;
    }
}
