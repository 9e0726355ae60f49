package jp.tsunagu.access.log;

import java.util.Map;
import java.util.regex.Pattern;

/** What the pages of a case are called in the log. Steps of the procedure have the name that the diagram gives them. */
final class LogPart {

    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("reception", "相談受付"),
            Map.entry("case", "ケースの画面"),
            Map.entry("form", "様式の画面"),
            Map.entry("papers", "様式の一覧"),
            Map.entry("record", "支援経過記録"),
            Map.entry("attachment", "書類"),
            Map.entry("notice", "通知"),
            Map.entry("contact", "連絡先"),
            Map.entry("corrections", "訂正の画面"),
            Map.entry("merge", "名寄せの画面"),
            Map.entry("disclosures", "提供の記録"),
            Map.entry("own-data", "開示請求"),
            Map.entry("restriction", "制限ケースの画面"));

    /** 01-application, and which version of it. */
    private static final Pattern PAPER = Pattern.compile("\\d\\d-[a-z]");

    private LogPart() {}

    /**
     * In words where there are any.
     *
     * @param step as it is stored
     * @param steps what the diagrams call their steps, by id
     */
    static String words(String step, Map<String, String> steps) {
        if (step != null && PAPER.matcher(step).lookingAt()) {
            return "様式 " + step;
        }
        return step == null ? null : PAGES.getOrDefault(step, steps.getOrDefault(step, step));
    }
}
