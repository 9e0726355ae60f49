package jp.tsunagu.engine.guard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A form asks and shows text. It brings no page, no program and nothing from outside into the browser of whoever fills it in. */
final class FormRule {

    /** JSON inside each other; the packaged forms need twelve. */
    private static final int DEEPEST = 60;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(50)
                    .build())
            .build());

    private static final Set<String> COMPONENTS = Set.of(
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "datetime",
            "text",
            "group",
            "dynamiclist",
            "table",
            "expression",
            "spacer",
            "separator");

    private static final Pattern TAG = Pattern.compile("<\\s*[/!?]?\\s*[a-zA-Z]");
    private static final Pattern QUOTED = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
    private static final Pattern ENTITY = Pattern.compile("&#|&[a-zA-Z]+;");
    private static final Pattern PROGRAM =
            Pattern.compile("(?<![a-z])(javascript|vbscript|livescript|data|file|blob):");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]*]\\s*[(\\[]");

    /** A repetition inside a repetition may keep the server busy for years with one line of input. */
    private static final Pattern ENDLESS = Pattern.compile("\\([^)]*[+*}][^)]*\\)\\s*[+*{]");

    private static final int LONGEST_PATTERN = 200;

    private final List<Refused> refused = new ArrayList<>();

    private FormRule() {}

    static List<Refused> of(byte[] content) {
        FormRule rule = new FormRule();
        try {
            JsonNode form = JSON.readTree(content);
            if (form == null
                    || !form.path("components").isArray()
                    || !form.path("id").isTextual()) {
                throw new IllegalArgumentException("入力フォームのファイルとして読めません（id と components がありません）。");
            }
            rule.walk(form, form.path("id").asText());
        } catch (IOException e) {
            throw new IllegalArgumentException("入力フォームのファイルとして読めません（JSON の形が崩れているか、入れ子が深すぎます）。", e);
        }
        return rule.refused;
    }

    private void walk(JsonNode node, String outer) {
        String id = node.path("key").asText(node.path("id").asText(outer));
        for (JsonNode component : node.path("components")) {
            String type = component.path("type").asText();
            if (!COMPONENTS.contains(type)) {
                refuse(
                        component.path("key").asText(component.path("id").asText(id)),
                        "項目の種類「" + type + "」は使えません。外のページ、画像、ファイル、HTMLは入力フォームに置けません。");
            }
        }
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            walkInto(property.getKey(), property.getValue(), id);
        }
        if (node.isArray()) {
            node.forEach(member -> walkInto("", member, id));
        }
    }

    private void walkInto(String name, JsonNode value, String id) {
        if (value.isTextual()) {
            ofText(name, value.asText(), id);
        } else {
            walk(value, id);
        }
    }

    private void ofText(String name, String text, String id) {
        if (name.equals("pattern")) {
            if (text.length() > LONGEST_PATTERN || ENDLESS.matcher(text).find()) {
                refuse(id, "入力の形（pattern）が複雑すぎて、確かめるのに時間がかかりすぎます。くり返しの中のくり返しをやめてください。");
            }
            return;
        }
        String shown = text.startsWith("=") ? quoted(text) : text;
        if (TAG.matcher(shown).find() || ENTITY.matcher(shown).find()) {
            refuse(id, "文の中にHTMLは書けません。");
        }
        String close = shown.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Cntrl}\\\\]", "");
        if (PROGRAM.matcher(close).find()) {
            refuse(id, "プログラムや埋め込みのリンク（javascript: など）は書けません。");
        }
        if (PICTURE.matcher(shown).find()) {
            refuse(id, "文の中に画像は置けません。");
        }
    }

    /** What an expression compares is no text; what it puts together is. */
    private static String quoted(String expression) {
        return QUOTED.matcher(expression).results().map(MatchResult::group).collect(Collectors.joining(" "));
    }

    private void refuse(String id, String reason) {
        refused.add(new Refused(id, 0, reason));
    }
}
