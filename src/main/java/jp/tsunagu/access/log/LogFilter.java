package jp.tsunagu.access.log;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;

/**
 * What of the log somebody wants to see; null where they do not say.
 *
 * @param from the first day
 * @param to the last day
 */
record LogFilter(String user, String caseNumber, String kind, LocalDate from, LocalDate to) {

    static final LogFilter ALL = new LogFilter(null, null, null, null, null);

    private static final int LONGEST_USER = 255;
    private static final int LONGEST_CASE = 20;

    /** What was typed as it is understood, with what was not. */
    record Read(LogFilter filter, List<String> refused) {}

    static Read of(Map<String, String> typed) {
        List<String> refused = new ArrayList<>();
        String kind = text(typed, "kind");
        if (kind != null && !ActKind.labels().contains(kind)) {
            refused.add("種類を一覧から選んでください。");
        }
        String user = shorter(typed, "user", LONGEST_USER, "利用者は一覧から選んでください。", refused);
        String number = shorter(typed, "case", LONGEST_CASE, "ケース番号は R8-00001 の形で入力してください。", refused);
        LocalDate from = day(typed, "from", "「いつから」は R8.9.18 の形で入力してください。", refused);
        LocalDate to = day(typed, "to", "「いつまで」は R8.9.18 の形で入力してください。", refused);
        if (from != null && to != null && to.isBefore(from)) {
            refused.add("「いつまで」が「いつから」より前になっています。");
        }
        return new Read(refused.isEmpty() ? new LogFilter(user, number, kind, from, to) : ALL, refused);
    }

    private static String text(Map<String, String> typed, String name) {
        String text = typed.getOrDefault(name, "").strip();
        return text.isEmpty() ? null : text;
    }

    private static String shorter(
            Map<String, String> typed, String name, int longest, String otherwise, List<String> refused) {
        String text = text(typed, name);
        if (text != null && (text.length() > longest || text.indexOf('\0') >= 0)) {
            refused.add(otherwise);
        }
        return text;
    }

    private static LocalDate day(Map<String, String> typed, String name, String otherwise, List<String> refused) {
        String text = text(typed, name);
        if (text == null) {
            return null;
        }
        LocalDate day = Wareki.parse(text).orElse(null);
        if (day == null) {
            refused.add(otherwise);
        }
        return day;
    }

    /** The conditions in SQL but for the kind, each with the value that it is asked with. */
    Map<String, Object> conditions() {
        Map<String, Object> all = new LinkedHashMap<>();
        put(all, "user_id = :user", user);
        put(all, "case_number = :case", caseNumber);
        put(all, "at >= :from", from == null ? null : beginning(from));
        put(all, "at < :to", to == null ? null : beginning(to.plusDays(1)));
        return all;
    }

    private static void put(Map<String, Object> all, String condition, Object value) {
        if (value != null) {
            all.put(condition, value);
        }
    }

    static OffsetDateTime beginning(LocalDate day) {
        return day.atStartOfDay(WorkingDays.TOKYO).toOffsetDateTime();
    }

    /** By what is filtered, for the log itself. */
    String keys() {
        List<String> keys = new ArrayList<>();
        if (user != null) {
            keys.add("利用者");
        }
        if (caseNumber != null) {
            keys.add("ケース番号");
        }
        if (kind != null) {
            keys.add("種類");
        }
        if (from != null || to != null) {
            keys.add("期間");
        }
        return keys.isEmpty() ? null : String.join("、", keys);
    }
}
