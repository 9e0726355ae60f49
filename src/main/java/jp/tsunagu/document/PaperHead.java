package jp.tsunagu.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagu.document.PaperCheck.Kind;
import jp.tsunagu.document.PaperCheck.Slip;
import jp.tsunagu.form.FormSchema;

/** What a paper says of itself in its head: its title, its forms, and of which acts there is one. */
final class PaperHead {

    private static final Pattern TITLE = Pattern.compile("<title>\\s{0,20}[^<\\s][^<]{0,200}</title>");

    private static final Map<String, Set<String>> WORDS = Map.of(
            "plan",
            Set.of("version", "decision", "supportDecision", "rejection"),
            "present",
            Set.of("first", "until-made"));

    private static final List<String> FORMS = List.of("forms", "made-by", "followed-by");

    private PaperHead() {}

    static List<Slip> slips(String file, String text, Map<String, FormSchema> forms) {
        Map<String, List<String>> head = PaperTemplate.head(text);
        List<Slip> slips = new ArrayList<>();
        if (!TITLE.matcher(text).find()) {
            slips.add(new Slip(Kind.STRUCTURE, file, 1, "題名がありません。<title> に様式の名前を書いてください。"));
        }
        for (String meta : FORMS) {
            head.getOrDefault(meta, List.of()).stream()
                    .filter(form -> !forms.containsKey(form))
                    .map(form -> slip(file, text, meta, "入力フォーム「" + form + "」は手続の中にありません。"))
                    .forEach(slips::add);
        }
        closed(file, text, "with", head, PaperNames.withs()).forEach(slips::add);
        WORDS.forEach((meta, words) -> closed(file, text, meta, head, words).forEach(slips::add));
        return slips;
    }

    /** Only words of a closed list. */
    private static Stream<Slip> closed(
            String file, String text, String meta, Map<String, List<String>> head, Set<String> words) {
        return head.getOrDefault(meta, List.of()).stream()
                .filter(word -> !words.contains(word))
                .map(word -> slip(
                        file, text, meta, "「" + word + "」は使えません。使えるもの: " + String.join("、", new TreeSet<>(words))));
    }

    private static Slip slip(String file, String text, String meta, String message) {
        int at = text.indexOf("name=\"" + meta + "\"");
        return new Slip(Kind.FIELD, file, new LineNumbers(text).of(Math.max(0, at)), message);
    }
}
