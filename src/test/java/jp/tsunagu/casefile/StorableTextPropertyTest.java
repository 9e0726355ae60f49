package jp.tsunagu.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is typed can be kept: PostgreSQL's jsonb refuses a NUL and half a surrogate pair, in names as in values. */
class StorableTextPropertyTest {

    @Property(tries = 200)
    void textCanBeStoredWhereverItStands(@ForAll String name, @ForAll String value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        JsonNode typed = json.objectNode().set(name, json.arrayNode().add(value));

        JsonNode kept = StorableText.of(typed);

        assertStorable(kept.fieldNames().next(), name);
        assertStorable(kept.elements().next().path(0).asText(), value);
    }

    private static void assertStorable(String kept, String typed) {
        assertThat(kept.codePoints()).noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
        assertThat(kept.codePointCount(0, kept.length()))
                .as("nothing disappears")
                .isEqualTo(typed.codePointCount(0, typed.length()));
    }

    @Property(tries = 50)
    void textThatCanBeStoredStaysAsItIs(@ForAll boolean yes, @ForAll double number) {
        JsonNode typed = JsonNodeFactory.instance
                .objectNode()
                .put("𠮷野", yes)
                .put("n", number)
                .set("text", TextNode.valueOf("一行目\r\n\t😀"));

        assertThat(StorableText.of(typed)).isEqualTo(typed);
    }
}
