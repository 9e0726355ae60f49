package jp.tsunagu.procedure.check.ward;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.tsunagu.engine.VariableCatalogue;
import jp.tsunagu.engine.VariableCatalogue.Type;
import jp.tsunagu.engine.VariableCatalogue.Variable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a list of deciding variables line by line. What the program does not know itself must be a choice, a box, a number or a day. */
final class VariableEntries {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,59}");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,59}");
    private static final Map<String, Type> TYPES = Map.of(
            "String",
            Type.STRING,
            "Boolean",
            Type.BOOLEAN,
            "Integer",
            Type.INTEGER,
            "Date",
            Type.DATE,
            "Json",
            Type.JSON);
    private static final Set<String> PROPERTIES =
            Set.of("name", "type", "values", "pattern", "process", "initial", "server", "label", "words", "setBy");

    /** The engine's own, and what the expressions of diagrams mean by it. */
    private static final Set<String> TAKEN = Set.of(
            "loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "execution", "task");

    private final VariableCatalogue program;
    private final Set<String> processes;
    private final Set<String> seen = new HashSet<>();
    private final List<Slip> slips = new ArrayList<>();

    /** @param program what the program was written with; a ward may add to it */
    VariableEntries(VariableCatalogue program, Set<String> processes) {
        this.program = program;
        this.processes = processes;
    }

    /** Something that is wrong in a line, counted from 1. */
    record Slip(int line, String message) {}

    List<Slip> check(byte[] content) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(10);
        try {
            Node root = new Yaml(options).compose(new StringReader(new String(content, StandardCharsets.UTF_8)));
            list(root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            slips.add(new Slip(line, "YAML として読めません。字下げ、括弧、コロンの後の空白を確かめてください。"));
        } catch (YAMLException e) {
            slips.add(new Slip(1, "YAML として読めません。字下げ、括弧、使えない文字がないかを確かめてください。"));
        }
        return slips;
    }

    private void list(Node root) {
        Map<String, Node> top = root instanceof MappingNode map ? properties(map) : Map.of();
        if (!(top.get("variables") instanceof SequenceNode list) || top.size() != 1) {
            slips.add(new Slip(1, "「variables:」の下に、変数を一つずつ書いてください。ほかのものは書けません。"));
            return;
        }
        for (Node entry : list.getValue()) {
            if (entry instanceof MappingNode map) {
                entry(line(entry), properties(map));
            } else {
                slip(entry, "変数は「- {name: …, type: …, process: …}」の形で書いてください。");
            }
        }
        program.all().forEach(variable -> {
            if (!seen.contains(variable.name())) {
                slip(list, "変数「" + variable.name() + "」がありません。プログラムと手続が使うので、取り除けません。元に戻してください。");
            }
        });
    }

    private void entry(int line, Map<String, Node> entry) {
        String name = text(entry, "name");
        if (!NAME.matcher(name).matches() || TAKEN.contains(name)) {
            slips.add(new Slip(line, "変数の名前「" + name + "」は使えません。英小文字で始まる英数字の続け書き（例 householdResult）にしてください。"));
            return;
        }
        if (!seen.add(name)) {
            slips.add(new Slip(line, "変数「" + name + "」が二度書かれています。"));
            return;
        }
        entry.keySet().stream()
                .filter(property -> !PROPERTIES.contains(property))
                .forEach(property -> at(entry.get(property), name, "に「" + property + "」は書けません。"));
        Type type = TYPES.get(text(entry, "type"));
        if (type == null) {
            slips.add(new Slip(line, "変数「" + name + "」の種類（type）は、String、Boolean、Integer、Date から選んでください。"));
            return;
        }
        String process = text(entry, "process");
        if (!process.equals("all") && !processes.contains(process)) {
            at(
                    entry.getOrDefault("process", entry.get("name")),
                    name,
                    "の process「" + process + "」という手続はありません。手続の英字名か all を書いてください。");
        }
        if (entry.containsKey("initial")
                && !(type == Type.BOOLEAN && text(entry, "initial").matches("true|false"))) {
            at(entry.get("initial"), name, "の initial は、Boolean の true か false だけです。");
        }
        if (entry.containsKey("server") && !text(entry, "server").matches("true|false")) {
            at(entry.get("server"), name, "の server は true か false です。");
        }
        Optional<Variable> known = program.find(name);
        known.ifPresentOrElse(
                variable -> ofProgram(line, entry, type, variable), () -> ofWard(line, name, type, entry));
        words(name, entry);
    }

    /** The program sets it or asks for it: a ward may add values to it, and call it otherwise. */
    private void ofProgram(int line, Map<String, Node> entry, Type type, Variable variable) {
        String name = variable.name();
        boolean same = type == variable.type()
                && Objects.equals(entry.containsKey("pattern") ? text(entry, "pattern") : null, variable.pattern())
                && text(entry, "process").equals(variable.process())
                && text(entry, "server").equals("true") != variable.typed()
                && Set.copyOf(texts(entry.get("setBy"))).equals(variable.setBy())
                && Objects.equals(
                        entry.containsKey("initial") ? Boolean.valueOf(text(entry, "initial")) : null,
                        variable.initial());
        if (!same) {
            slips.add(new Slip(
                    line, "変数「" + name + "」はプログラムが使うので、type・pattern・process・initial・server・setBy は変えられません。元に戻してください。"));
        }
        Set<String> gone = new TreeSet<>(variable.values());
        texts(entry.get("values")).forEach(gone::remove);
        if (!gone.isEmpty()) {
            at(
                    entry.getOrDefault("values", entry.get("name")),
                    name,
                    "の値「" + String.join("、", gone) + "」はプログラムが使うので、取り除けません。");
        }
        values(name, entry);
    }

    /** Nothing of its own may carry a person's name or a text into the engine (要領 第12条). */
    private void ofWard(int line, String name, Type type, Map<String, Node> entry) {
        if (type == Type.JSON) {
            slips.add(new Slip(line, "変数「" + name + "」の種類は、String、Boolean、Integer、Date から選んでください（Json は製品の変数だけです）。"));
        }
        if (entry.containsKey("pattern")) {
            at(entry.get("pattern"), name, "に pattern は書けません。自由な文字は手続のエンジンに入れられません。values に決まった値を並べてください。");
        }
        if (entry.containsKey("setBy")) {
            at(entry.get("setBy"), name, "に setBy は書けません（製品の変数だけです）。");
        }
        if (type == Type.STRING && texts(entry.get("values")).isEmpty()) {
            slips.add(new Slip(
                    line,
                    "変数「" + name
                            + "」に values がありません。自由な文字は手続のエンジンに入れられません。決まった値を並べてください（例 values: [needed, notNeeded]）。"));
        }
        if (type != Type.STRING && entry.containsKey("values")) {
            at(entry.get("values"), name, "の values は、String のときだけ書けます。");
        }
        values(name, entry);
    }

    private void values(String name, Map<String, Node> entry) {
        Set<String> once = new HashSet<>();
        if (entry.get("values") instanceof SequenceNode list) {
            for (Node value : list.getValue()) {
                String text = value instanceof ScalarNode scalar ? scalar.getValue() : "";
                if (!VALUE.matcher(text).matches()) {
                    at(value, name, "の値「" + text + "」は使えません。英字で始まる英数字にしてください（職員に見える言葉は words か入力フォームに書きます）。");
                } else if (!once.add(text)) {
                    at(value, name, "の値「" + text + "」が二度書かれています。");
                }
            }
        } else if (entry.containsKey("values")) {
            at(entry.get("values"), name, "の values は [a, b] の形で書いてください。");
        }
    }

    private void words(String name, Map<String, Node> entry) {
        if (entry.get("words") instanceof MappingNode words) {
            List<String> values = texts(entry.get("values"));
            properties(words).forEach((value, word) -> {
                if (!values.contains(value)) {
                    at(word, name, "の words に、values にない値「" + value + "」があります。");
                }
            });
        }
    }

    private void at(Node node, String name, String message) {
        slip(node, "変数「" + name + "」" + message);
    }

    private void slip(Node node, String message) {
        slips.add(new Slip(line(node), message));
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private Map<String, Node> properties(MappingNode map) {
        Map<String, Node> properties = new LinkedHashMap<>();
        map.getValue().forEach(pair -> {
            String key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (properties.put(key, pair.getValueNode()) != null) {
                slip(pair.getKeyNode(), "「" + key + "」が二度書かれています。");
            }
        });
        return properties;
    }

    private static String text(Map<String, Node> entry, String property) {
        return entry.get(property) instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static List<String> texts(Node node) {
        return node instanceof SequenceNode list
                ? list.getValue().stream()
                        .map(value -> value instanceof ScalarNode scalar ? scalar.getValue() : "")
                        .toList()
                : List.of();
    }
}
