package jp.tsunagu.procedure.compare;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a form says: its fields in their order, with everything but their places on the screen. */
final class FormOutline {

    static final String FORM = "form";

    /** Where and how it is drawn, or which tool wrote it. */
    private static final Set<String> OF_TOOLS = Set.of(
            "layout", "showOutline", "executionPlatform", "executionPlatformVersion", "exporter", "schemaVersion");

    private static final Set<String> FLAGS = Set.of("validate/required", "readonly", "disabled", "searchable");

    private static final Map<String, String> USUAL = Map.of("allowAddRemove", "true");

    private static final Map<String, String> TYPES = Map.ofEntries(
            entry("textfield", "短い文"),
            entry("textarea", "長い文"),
            entry("number", "数"),
            entry("datetime", "日付"),
            entry("radio", "一つを選ぶ"),
            entry("select", "一覧から選ぶ"),
            entry("checklist", "いくつでも選ぶ"),
            entry("checkbox", "チェック"),
            entry("group", "まとまり"),
            entry("dynamiclist", "行を足せる一覧"),
            entry("table", "表"),
            entry("taglist", "いくつでも選ぶ（札）"),
            entry("separator", "区切り線"),
            entry("spacer", "すきま"),
            entry("html", "説明文（飾りつき）"),
            entry("image", "絵"),
            entry("button", "ボタン"),
            entry("text", "説明文"));

    private static final Map<String, String> LABELS = Map.ofEntries(
            entry("id", "入力フォームの英字名"),
            entry("type", "種類"),
            entry("key", "英字名"),
            entry("label", "名前"),
            entry("dateLabel", "名前"),
            entry("timeLabel", "時刻の名前"),
            entry("subtype", "日付・時刻の別"),
            entry("description", "補足"),
            entry("text", "文章"),
            entry("path", "まとまりの英字名"),
            entry("validate/required", "必須"),
            entry("readonly", "見るだけの項目"),
            entry("disabled", "入力できない項目"),
            entry("searchable", "検索できる項目"),
            entry("validate/min", "最小の値"),
            entry("validate/max", "最大の値"),
            entry("validate/minLength", "最短の文字数"),
            entry("validate/maxLength", "最長の文字数"),
            entry("validate/pattern", "文字の決まり"),
            entry("validate/patternErrorMessage", "決まりに合わないときの文"),
            entry("validate/validationType", "文字の種類"),
            entry("conditional/hide", "隠す条件"),
            entry("defaultValue", "初めの値"),
            entry("valuesKey", "選択肢の出どころ"),
            entry("dataSource", "表の出どころ"),
            entry("properties/prefill", "初めに入る値"),
            entry("properties/role", "役目"),
            entry("properties/scope", "記録のまとまり"),
            entry("properties/contact", "連絡先の印"),
            entry("appearance/prefixAdorner", "前に付く字"),
            entry("appearance/suffixAdorner", "単位"),
            entry("rowCount", "一度に見せる行数"),
            entry("defaultRepetitions", "初めの行数"),
            entry("allowAddRemove", "行を足したり消したりできるか"));

    private final Words words;
    private final List<Item> items = new ArrayList<>();

    private FormOutline(Words words) {
        this.words = words;
    }

    static Outline of(JsonNode form, Words words) {
        FormOutline outline = new FormOutline(words);
        Map<String, Property> properties = new LinkedHashMap<>();
        outline.properties("", form, properties);
        // every form says so
        properties.remove("type");
        properties.put("id", Property.value(LABELS.get("id"), form.path("id").asText()));
        outline.items.add(new Item(FORM, "", "入力フォーム", "", properties));
        outline.components(form, FORM, "入力フォームの一番上");
        return new Outline(outline.items);
    }

    private void components(JsonNode parent, String parentKey, String parentTitle) {
        int number = 0;
        for (JsonNode component : parent.path("components")) {
            number++;
            String title = titleOf(component);
            Map<String, Property> properties = new LinkedHashMap<>();
            properties("", component, properties);
            properties.put("parent", Property.place("場所", parentKey, parentTitle));
            String id = component.path("id").asText();
            String key = id.isEmpty() ? parentKey + "/" + number : id;
            items.add(new Item(key, noun(component), "「" + title + "」", parentKey, properties));
            components(component, key, "「" + title + "」の中");
        }
    }

    private static String noun(JsonNode component) {
        return switch (component.path("type").asText()) {
            case "group", "dynamiclist", "table", "text" ->
                TYPES.get(component.path("type").asText());
            default -> "項目";
        };
    }

    private static String titleOf(JsonNode component) {
        for (String name : List.of("label", "dateLabel", "text", "key", "path")) {
            String title = component.path(name).asText().replaceAll("\\s+", " ").strip();
            if (!title.isEmpty()) {
                return title.length() <= 30 ? title : title.substring(0, 30) + "…";
            }
        }
        return TYPES.getOrDefault(component.path("type").asText(), "その他の部品");
    }

    private void properties(String path, JsonNode node, Map<String, Property> properties) {
        node.fields().forEachRemaining(field -> {
            String name = path + field.getKey();
            JsonNode value = field.getValue();
            if (OF_TOOLS.contains(name) || name.equals("components") || name.equals("id")) {
                return;
            }
            if (name.equals("values")) {
                choices(value, properties);
            } else if (value.isObject()) {
                properties(name + "/", value, properties);
            } else {
                simple(name, value, properties);
            }
        });
    }

    private void simple(String name, JsonNode value, Map<String, Property> properties) {
        String text = value.isContainerNode() ? value.toString() : value.asText();
        if (FLAGS.contains(name)) {
            if (value.asBoolean()) {
                properties.put(name, Property.flag(LABELS.get(name)));
            }
        } else if (!text.equals(USUAL.get(name)) && !value.isNull()) {
            String label = LABELS.getOrDefault(name, BpmnWords.OTHER);
            properties.put(name, Property.value(label, text.strip(), shown(name, text.strip())));
        }
    }

    private String shown(String name, String text) {
        return switch (name) {
            case "type" -> TYPES.getOrDefault(text, "その他の部品");
            case "conditional/hide" -> ConditionWords.of(text, words);
            default -> CodeWords.of(name, text);
        };
    }

    private void choices(JsonNode choices, Map<String, Property> properties) {
        List<String> order = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (JsonNode choice : choices) {
            String value = choice.path("value").asText();
            String label = choice.path("label").asText().strip();
            properties.put("choice:" + value, Property.value("選択肢", value + "=" + label, "「" + label + "」"));
            order.add(value);
            shown.add("「" + label + "」");
        }
        properties.put("choices", Property.order("選択肢の順番", order, shown));
    }
}
