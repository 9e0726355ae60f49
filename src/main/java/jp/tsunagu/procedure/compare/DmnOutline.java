package jp.tsunagu.procedure.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.procedure.file.Unsaid;
import jp.tsunagu.procedure.file.XmlElement;

/** What a file of decision tables says: the tables, their columns, and their rows cell by cell. */
final class DmnOutline {

    static final String COLUMN = "column:";
    static final String ROW = "row:";
    static final String EXPRESSION = "expression";

    /** In these the first row that fits is taken, or all in their order; in the others the order of rows says nothing. */
    private static final Set<String> ORDER_SAYS_NOTHING = Set.of("UNIQUE", "ANY");

    private static final Set<String> OF_TOOLS =
            Set.of("id", "exporter", "exporterVersion", "preferredOrientation", "namespace", "typeLanguage");

    private static final Map<String, String> LABELS = Map.of(
            "name", "名前",
            "description", "説明",
            "camunda:historyTimeToLive", "履歴の保存期間",
            "hitPolicy", "行の選び方",
            "aggregation", "結果のまとめ方",
            "label", "見出し",
            "typeRef", "値の種類",
            "expressionLanguage", "式の書き方",
            "camunda:inputVariable", "セルの中での呼び名",
            "informationRequirement", "ほかの表の利用");

    private static final Map<String, String> HIT_POLICIES = Map.of(
            "UNIQUE", "当てはまる行は一つだけ",
            "FIRST", "上から最初に当てはまる行",
            "ANY", "当てはまる行はどれも同じ結果",
            "PRIORITY", "結果の優先順",
            "COLLECT", "当てはまる行すべて",
            "RULE ORDER", "当てはまる行すべて（上から）",
            "OUTPUT ORDER", "当てはまる行すべて（結果の優先順）");

    private final List<Item> items = new ArrayList<>();

    private final Words words;

    private DmnOutline(Words words) {
        this.words = words;
    }

    static Outline of(XmlElement root, Words words) {
        DmnOutline outline = new DmnOutline(words);
        outline.plain(root, "definitions", "判定表のファイル");
        root.children().stream().filter(child -> !isDrawn(child)).forEach(outline::read);
        return new Outline(outline.items);
    }

    private static boolean isDrawn(XmlElement child) {
        return child.name().equals("DMNDI") || child.namespace().contains("DMNDI");
    }

    private void read(XmlElement child) {
        Item item = plain(child, child.id(), child.name().equals("decision") ? "判定表" : "その他の要素");
        child.child("decisionTable").ifPresent(table -> table(item, table));
    }

    private Item plain(XmlElement element, String key, String noun) {
        Map<String, Property> properties = new LinkedHashMap<>();
        attributes(element, properties);
        element.child("decisionTable").ifPresent(table -> {
            attributes(table, properties);
            String policy = table.attributes().getOrDefault("hitPolicy", "UNIQUE");
            properties.put("hitPolicy", property("hitPolicy", policy, HIT_POLICIES.getOrDefault(policy, policy)));
        });
        if (!key.equals("definitions")) {
            element.children().stream()
                    .filter(child -> !child.name().equals("decisionTable"))
                    .forEach(child -> other(child, properties));
        }
        Item item = new Item(key, "", noun + "「" + element.attribute("name") + "」", "", properties);
        items.add(item);
        return item;
    }

    private void attributes(XmlElement element, Map<String, Property> properties) {
        element.attributes().forEach((name, value) -> {
            if (!OF_TOOLS.contains(name) && !Unsaid.isOfTools(name)) {
                properties.put(name, property(name, value, CodeWords.of(name, value.strip())));
            }
        });
    }

    private static Property property(String name, String value, String shown) {
        return Property.value(LABELS.getOrDefault(name, BpmnWords.OTHER), value.strip(), shown.strip());
    }

    private static void other(XmlElement child, Map<String, Property> properties) {
        String written = written(child);
        String name = child.name();
        for (int twin = 2; properties.containsKey(name); twin++) {
            name = child.name() + "#" + twin;
        }
        properties.put(name, property(child.name(), written, written));
    }

    private static String written(XmlElement element) {
        Stream<String> attributes = element.attributes().entrySet().stream()
                .filter(attribute -> !OF_TOOLS.contains(attribute.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(attribute -> attribute.getKey() + "=" + attribute.getValue());
        Stream<String> inner = element.children().stream().map(child -> child.name() + "(" + written(child) + ")");
        return Stream.of(attributes, Stream.of(element.text()), inner)
                .flatMap(part -> part)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private void table(Item decision, XmlElement table) {
        List<XmlElement> inputs = table.children("input").toList();
        List<XmlElement> outputs = table.children("output").toList();
        inputs.forEach(input -> column(decision, input, "条件の列"));
        outputs.forEach(output -> column(decision, output, "結果の列"));
        boolean ordered = !ORDER_SAYS_NOTHING.contains(decision.value("hitPolicy"));
        int number = 0;
        for (XmlElement rule : table.children("rule").toList()) {
            number++;
            row(decision, rule, number, ordered, inputs, outputs);
        }
    }

    private void column(Item decision, XmlElement column, String kind) {
        String expression = expression(column);
        Map<String, Property> properties = new LinkedHashMap<>();
        attributes(column, properties);
        properties.remove("name");
        properties.put(
                EXPRESSION,
                Property.value(kind.startsWith("条件") ? "調べるもの" : "結果の変数", expression, words.variable(expression)));
        column.child("inputExpression").ifPresent(inner -> attributes(inner, properties));
        column.children().stream()
                .filter(child -> !child.name().equals("inputExpression"))
                .forEach(child -> other(child, properties));
        properties.put("kind", Property.value("列の種類", kind));
        items.add(new Item(
                COLUMN + column.id(), kind, "「" + titleOf(column) + "」", COLUMN + decision.key() + kind, properties));
    }

    /** What an input looks at, or what an output answers. */
    private static String expression(XmlElement column) {
        return column.child("inputExpression")
                .map(expression -> expression.textOf("text"))
                .orElse(column.attribute("name"));
    }

    private static String titleOf(XmlElement column) {
        return Stream.of(column.attribute("label"), column.attribute("name"), column.id())
                .filter(title -> !title.isBlank())
                .findFirst()
                .orElse("");
    }

    private void row(
            Item decision,
            XmlElement rule,
            int number,
            boolean ordered,
            List<XmlElement> inputs,
            List<XmlElement> outputs) {
        Map<String, Property> properties = new LinkedHashMap<>();
        List<String> conditions = cells(inputs, rule.children("inputEntry").toList(), "（問わない）", properties);
        cells(outputs, rule.children("outputEntry").toList(), "（空）", properties);
        if (!rule.textOf("description").isEmpty()) {
            properties.put("description", Property.value("注記", rule.textOf("description")));
        }
        rule.children("annotationEntry").forEach(note -> other(note, properties));
        String what = conditions.isEmpty() ? "" : "（" + String.join("、", conditions) + "）";
        items.add(new Item(
                ROW + rule.id(),
                "",
                decision.subject().replaceFirst("^判定表", "") + "の" + number + "行目" + what,
                ordered ? ROW + decision.key() : "",
                properties));
    }

    /** Puts a property per cell; says which cells ask for something. */
    private List<String> cells(
            List<XmlElement> columns, List<XmlElement> entries, String empty, Map<String, Property> properties) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String text = i < entries.size() ? entries.get(i).textOf("text") : "";
            // a dash says what an empty cell says: it does not matter
            boolean any = text.isEmpty() || text.equals("-");
            String title = titleOf(columns.get(i));
            String shown = words.cell(expression(columns.get(i)), text);
            properties.put(COLUMN + columns.get(i).id(), Property.cell(title, any ? "" : text, any ? empty : shown));
            if (!any) {
                said.add(shown);
            }
        }
        return said;
    }
}
