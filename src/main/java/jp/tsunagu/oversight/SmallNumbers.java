package jp.tsunagu.oversight;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.tsunagu.calendar.FiscalYear;

/**
 * For those who may see how many but not who (少数の秘匿): counts stand in classes, 0–4, 5–9, 10–14…, and nothing else. That 0 is in the
 * lowest class is what makes differences harmless: from a total and the other cells nobody can tell a count of the lowest class, as long
 * as a total has two, three, four or twelve parts (halves, months, quarters). So periods are whole months, quarters and fiscal years, there
 * is no choice of worker, emergency or version, and totals over steps say “or more” where they would tell (docs/decisions/0021).
 */
final class SmallNumbers implements Showing {

    private static final int STEP = 5;
    private static final int FEWEST_FOR_SHARES = 10;
    private static final int MONTHS_OF_QUARTER = 3;
    private static final int MONTHS_OF_YEAR = 12;

    private final int width;

    /** @param smallest the fewest that may be told; counts stand in classes of the next multiple of five */
    SmallNumbers(int smallest) {
        width = Math.max(1, (smallest + STEP - 1) / STEP) * STEP;
    }

    /** Nothing that would single out a person, and a period that is a whole month, quarter or fiscal year. */
    static HeatFilter widened(HeatFilter asked) {
        YearMonth last = YearMonth.from(asked.to());
        YearMonth quarter = last.minusMonths((last.getMonthValue() - 1) % MONTHS_OF_QUARTER);
        if (!asked.from().isBefore(last.atDay(1))) {
            return over(last, 1, asked);
        }
        return !asked.from().isBefore(quarter.atDay(1))
                ? over(quarter, MONTHS_OF_QUARTER, asked)
                : over(YearMonth.from(FiscalYear.of(asked.to()).firstDay()), MONTHS_OF_YEAR, asked);
    }

    private static HeatFilter over(YearMonth first, int months, HeatFilter asked) {
        LocalDate end = first.plusMonths(months - 1L).atEndOfMonth();
        return new HeatFilter(first.atDay(1), end, null, asked.role(), asked.service(), null, null);
    }

    @Override
    public Figure count(List<Long> parts) {
        long lowest = lowest(parts.stream().mapToLong(Long::longValue).sum());
        boolean small = parts.stream().anyMatch(part -> part < width);
        long tells = small && parts.size() > 1 ? tells(parts) : Long.MAX_VALUE;
        return lowest < tells ? shown(lowest) : atLeast(tells);
    }

    /**
     * From here on a total would push its small parts up: it leaves them any value from 0 on only as long as it could be reached
     * without them, even if all others are as many as their class allows.
     */
    private long tells(List<Long> parts) {
        long most = parts.stream().mapToLong(part -> lowest(part) + width - 1).sum();
        return lowest(most - width + 1);
    }

    private long lowest(long count) {
        return count - count % width;
    }

    private Figure shown(long lowest) {
        return lowest == 0
                ? new Figure(null, width + "件未満", false)
                : new Figure(Math.toIntExact(lowest), String.format("%,d〜%,d件", lowest, lowest + width - 1), false);
    }

    private static Figure atLeast(long lowest) {
        return lowest == 0
                ? new Figure(null, "秘匿", false)
                : new Figure(Math.toIntExact(lowest), String.format("%,d件以上", lowest), false);
    }

    /** The worst of all is one person's. */
    @Override
    public Figure days(WaitedDays waited, double share) {
        return share == 1 || waited.count() < enough() ? Figure.NONE : Figure.days(waited.within(share));
    }

    @Override
    public Figure share(long part, long whole) {
        boolean tells = whole < enough() || part < width || whole - part < width;
        return tells ? Figure.NONE : Figure.share(Math.round(100.0 * part / whole / STEP) * STEP);
    }

    private int enough() {
        return Math.max(FEWEST_FOR_SHARES, width);
    }

    @Override
    public boolean sumsPeriods() {
        return false;
    }
}
