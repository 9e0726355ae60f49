package jp.tsunagu.work;

import java.util.Map;

/**
 * A row of decision table {@code stepTarget}.
 *
 * @param unit what the numbers count: {@code working} or {@code calendar} days, or the clock ({@code minutes…})
 * @param countsFrom the variable with the day that counting begins after
 * @param legal a law sets the limit: never later, also on a closed day and while the case waits
 */
record StepTarget(
        int targetDays,
        int warningDays,
        int escalationDays,
        int leadDays,
        String unit,
        String countsFrom,
        boolean legal) {

    /** Tables of earlier procedure sets have fewer columns. */
    static StepTarget of(Map<String, Object> row) {
        return new StepTarget(
                number(row, "targetDays"),
                number(row, "warningDays"),
                number(row, "escalationDays"),
                number(row, "leadDays"),
                (String) row.get("unit"),
                (String) row.get("countsFrom"),
                Boolean.TRUE.equals(row.get("legal")));
    }

    boolean byClock() {
        return unit != null && unit.startsWith("minutes");
    }

    boolean calendarDays() {
        return "calendar".equals(unit);
    }

    private static int number(Map<String, Object> row, String column) {
        return row.get(column) instanceof Number count ? count.intValue() : 0;
    }
}
