package jp.tsunagu.procedure.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Until when a step should be done.
 *
 * @param targetDays the target; in the unit
 * @param warningDays when the worker is warned; in the unit
 * @param escalationDays when it is brought before the next person up; in the unit
 * @param unit {@code working} for open days, {@code calendar} for all days; others are written in the table itself
 * @param countsFrom from which day it counts; kept as it is where the editor does not say
 * @param legal true if the law sets it: then only the table itself changes it
 */
record StepTargetRow(
        Integer targetDays,
        Integer warningDays,
        Integer escalationDays,
        String unit,
        String countsFrom,
        Integer leadDays,
        boolean legal) {

    static final List<String> COLUMNS =
            List.of("targetDays", "warningDays", "escalationDays", "unit", "countsFrom", "leadDays", "legal");

    private static final List<String> DAYS = List.of("working", "calendar");
    private static final int LONGEST = 3660;

    static StepTargetRow of(Map<String, String> cells) {
        return new StepTargetRow(
                number(cells.get("targetDays")),
                number(cells.get("warningDays")),
                number(cells.get("escalationDays")),
                cells.get("unit"),
                cells.get("countsFrom"),
                number(cells.get("leadDays")),
                Boolean.parseBoolean(cells.get("legal")));
    }

    /** Why it cannot be written, in Japanese. */
    Optional<String> refusal() {
        if (!DAYS.contains(unit)) {
            return Optional.of("日数の単位は、開庁日か暦日から選んでください。分で決める期限は、判定表「手順の期限」で変えます。");
        }
        if (!isDays(targetDays) || !isDays(warningDays) || !isDays(escalationDays)) {
            return Optional.of("目標、注意、上への報告の日数は、0から" + LONGEST + "までの整数で入力してください。");
        }
        if (warningDays > targetDays) {
            return Optional.of("注意の日数は、目標の日数より後にできません。");
        }
        return escalationDays < targetDays ? Optional.of("上へ報告する日数は、目標の日数より前にできません。") : Optional.empty();
    }

    /** What is to be written; a column that is not named stays as it is. */
    Map<String, String> cells() {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("targetDays", String.valueOf(targetDays));
        cells.put("warningDays", String.valueOf(warningDays));
        cells.put("escalationDays", String.valueOf(escalationDays));
        cells.put("unit", StepTargetTable.quoted(unit));
        if (countsFrom != null) {
            cells.put("countsFrom", StepTargetTable.quoted(countsFrom));
        }
        if (leadDays != null) {
            cells.put("leadDays", String.valueOf(leadDays));
        }
        cells.put("legal", String.valueOf(legal));
        return cells;
    }

    /** A row as the editor changed it; what the editor does not show stays, and a new one has what is usual. */
    StepTargetRow over(Optional<StepTargetRow> present) {
        return new StepTargetRow(
                targetDays,
                warningDays,
                escalationDays,
                unit,
                present.map(StepTargetRow::countsFrom).orElse("actDate"),
                present.map(StepTargetRow::leadDays).orElse(0),
                present.map(StepTargetRow::legal).orElse(false));
    }

    private static boolean isDays(Integer days) {
        return days != null && days >= 0 && days <= LONGEST;
    }

    private static Integer number(String text) {
        return text != null && text.matches("-?\\d{1,6}") ? Integer.valueOf(text) : null;
    }
}
