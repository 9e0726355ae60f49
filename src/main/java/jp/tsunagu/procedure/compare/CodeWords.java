package jp.tsunagu.procedure.compare;

import static java.util.Map.entry;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the codes mean that tools write into diagrams, tables and forms. */
final class CodeWords {

    private static final Map<String, String> TYPES = Map.ofEntries(
            entry("string", "文字"),
            entry("boolean", "はい・いいえ"),
            entry("integer", "数"),
            entry("long", "数"),
            entry("double", "数"),
            entry("number", "数"),
            entry("date", "日付"),
            entry("dateTime", "日付と時刻"));

    private static final Map<String, String> BINDINGS =
            Map.of("latest", "手続一式の版", "deployment", "同時に公開した版", "version", "決まった番号の版", "versionTag", "名札の版");

    private static final Map<String, Map<String, String>> WORDS = Map.ofEntries(
            entry("typeRef", TYPES),
            entry("camunda:formRefBinding", BINDINGS),
            entry("camunda:decisionRefBinding", BINDINGS),
            entry("camunda:calledElementBinding", BINDINGS),
            entry(
                    "camunda:mapDecisionResult",
                    Map.of(
                            "singleEntry",
                            "一つの値",
                            "singleResult",
                            "一行",
                            "collectEntries",
                            "値の一覧",
                            "resultList",
                            "行の一覧")),
            entry("aggregation", Map.of("SUM", "合計", "MIN", "最小", "MAX", "最大", "COUNT", "件数")),
            entry("expressionLanguage", Map.of("feel", "表の式", "juel", "図の式")),
            entry("subtype", Map.of("date", "日付", "time", "時刻", "datetime", "日付と時刻")),
            entry("validate/validationType", Map.of("email", "メールアドレス", "phone", "電話番号")),
            entry("properties/prefill", Map.of("today", "きょう", "me", "入力する人")),
            entry("properties/role", Map.of("actDate", "したことの日付")),
            entry("properties/scope", Map.of("act", "この手順の記録", "case", "ケース全体")),
            entry("properties/contact", Map.of("true", "あり")),
            entry("unit", Map.of("working", "開庁日", "calendar", "暦日", "minutes", "分", "minutesBeforeClosing", "閉庁までの分")),
            entry("countsFrom", Map.of("actDate", "したことの日付")),
            entry("municipality", Map.of("minato", "港区", "nagaoka", "長岡市")));

    private static final Pattern DAYS = Pattern.compile("P(\\d+)D");

    private CodeWords() {}

    /** The word for a value of a property or column; the value itself where it needs none. */
    static String of(String property, String value) {
        String word = WORDS.getOrDefault(property, Map.of()).get(value);
        if (word != null) {
            return word;
        }
        Matcher days = DAYS.matcher(value);
        if (days.matches()) {
            return days.group(1) + "日";
        }
        return value.equals("true") ? "はい" : value.equals("false") ? "いいえ" : value;
    }
}
