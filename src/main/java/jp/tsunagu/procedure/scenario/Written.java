package jp.tsunagu.procedure.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A part of a scenario's text with the line it stands on. Nothing but true and false is a yes or no: {@code yes} is a word. */
record Written(Node node) {

    /** Deep enough for a row inside a group of a form. */
    private static final int DEEPEST = 12;

    static Written of(String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(DEEPEST);
        limits.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(limits).compose(new StringReader(text));
            if (root == null) {
                throw new MalformedScenarioException(1, "何も書かれていません。");
            }
            return new Written(root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new MalformedScenarioException(line, "YAMLとして読めません。字下げ（半角の空白）、「:」の後の空白、かっこの閉じ忘れを確かめてください。");
        } catch (YAMLException e) {
            throw new MalformedScenarioException(1, "YAMLとして読めません。入れ子が深すぎるか、使えない文字があります。");
        }
    }

    int line() {
        return node.getStartMark().getLine() + 1;
    }

    MalformedScenarioException wrong(String message) {
        return new MalformedScenarioException(line(), message);
    }

    boolean isScalar() {
        return node instanceof ScalarNode;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw wrong("ここには言葉か数字を一つ書きます。");
    }

    /** Name → what it says, in the order of the text. */
    Map<String, Written> map() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("ここには「名前: 値」の形で書きます。");
        }
        Map<String, Written> parts = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Written key = new Written(tuple.getKeyNode());
            if (parts.put(key.text(), new Written(tuple.getValueNode())) != null) {
                throw key.wrong("「" + key.text() + "」が二度書かれています。");
            }
        }
        return parts;
    }

    /** The same where only these names may stand. */
    Map<String, Written> map(Set<String> known) {
        Map<String, Written> parts = map();
        parts.forEach((name, part) -> {
            if (!known.contains(name)) {
                throw part.wrong("「" + name + "」は使えません。使えるのは " + String.join("、", known) + " です。");
            }
        });
        return parts;
    }

    /** A list; a single value is a list of one. */
    List<Written> list() {
        return node instanceof SequenceNode list
                ? list.getValue().stream().map(Written::new).toList()
                : List.of(this);
    }

    JsonNode json() {
        if (node instanceof ScalarNode scalar) {
            return json(scalar);
        }
        if (node instanceof SequenceNode) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            list().forEach(member -> list.add(member.json()));
            return list;
        }
        return object();
    }

    ObjectNode object() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        map().forEach((name, value) -> object.set(name, value.json()));
        return object;
    }

    private static JsonNode json(ScalarNode scalar) {
        String value = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return TextNode.valueOf(value);
        }
        if (value.matches("-?\\d{1,9}")) {
            return IntNode.valueOf(Integer.parseInt(value));
        }
        return switch (value) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            case "" -> NullNode.instance;
            default -> TextNode.valueOf(value);
        };
    }
}
