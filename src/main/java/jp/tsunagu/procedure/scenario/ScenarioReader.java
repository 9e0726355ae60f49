package jp.tsunagu.procedure.scenario;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.tsunagu.procedure.scenario.Scenario.Beginning;
import jp.tsunagu.procedure.scenario.Scenario.Step;

/** Reads a scenario, and says of every line that is wrong what is to be done. */
final class ScenarioReader {

    static final int LARGEST_BYTES = 64 * 1024;
    static final int MOST_STEPS = 200;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,58}");
    private static final int LONGEST_TITLE = 100;
    private static final Set<String> PARTS = words("id", "代わり", "題名", "なぜ", "始まり", "流れ");
    private static final Set<String> BEGINNING = words("日時", "手続", "だれ", "答え", "事実", "プログラム");

    private ScenarioReader() {}

    /** @throws MalformedScenarioException with every line that is wrong */
    static Scenario read(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST_BYTES) {
            throw new MalformedScenarioException(1, "長すぎます。一つの例題は" + LARGEST_BYTES / 1024 + "キロバイトまでです。二つに分けてください。");
        }
        Written whole = Written.of(text);
        Map<String, Written> parts = whole.map(PARTS);
        String id = need(whole, parts, "id").text();
        if (!ID.matcher(id).matches()) {
            throw parts.get("id").wrong("id は半角の英小文字・数字・「-」で、60字より短くしてください（例: c05-no-place-tonight）。");
        }
        String title = need(whole, parts, "題名").text();
        if (title.length() > LONGEST_TITLE) {
            throw parts.get("題名").wrong("題名は" + LONGEST_TITLE + "字までです。");
        }
        List<Fault> faults = new ArrayList<>();
        Beginning beginning = null;
        try {
            beginning = beginning(need(whole, parts, "始まり"));
        } catch (MalformedScenarioException e) {
            faults.addAll(e.faults());
        }
        List<Step> steps = steps(need(whole, parts, "流れ"), faults);
        if (!faults.isEmpty()) {
            throw new MalformedScenarioException(faults);
        }
        String replaces = parts.containsKey("代わり") ? parts.get("代わり").text() : null;
        return new Scenario(id, title, need(whole, parts, "なぜ").text(), replaces, beginning, steps);
    }

    private static Beginning beginning(Written written) {
        Map<String, Written> parts = written.map(BEGINNING);
        return new Beginning(
                written.line(),
                StepReader.when(need(written, parts, "日時")),
                need(written, parts, "手続").text(),
                parts.containsKey("だれ") ? StepReader.role(parts.get("だれ")) : null,
                object(parts, "答え"),
                object(parts, "事実"),
                object(parts, "プログラム"));
    }

    private static List<Step> steps(Written written, List<Fault> faults) {
        List<Written> lines = written.list();
        if (lines.size() > MOST_STEPS) {
            throw written.wrong("手順が多すぎます（" + lines.size() + "）。" + MOST_STEPS + "までにしてください。");
        }
        List<Step> steps = new ArrayList<>();
        for (Written line : lines) {
            try {
                steps.add(StepReader.read(line, steps.size() + 1));
            } catch (MalformedScenarioException e) {
                faults.addAll(e.faults());
            }
        }
        return steps;
    }

    static Written need(Written whole, Map<String, Written> parts, String name) {
        Written part = parts.get(name);
        if (part == null) {
            throw whole.wrong("「" + name + "」がありません。");
        }
        return part;
    }

    static ObjectNode object(Map<String, Written> parts, String name) {
        return parts.containsKey(name) ? parts.get(name).object() : JsonNodeFactory.instance.objectNode();
    }

    /** In the order in which a message lists them. */
    static Set<String> words(String... words) {
        return new LinkedHashSet<>(List.of(words));
    }
}
