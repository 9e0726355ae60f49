package jp.tsunagu.calendar;

import java.time.LocalDate;
import java.time.Month;

/**
 * A fiscal year (年度), 1 April to 31 March: 地方自治法第208条第1項.
 *
 * @param year the calendar year in which it begins
 */
public record FiscalYear(int year) {

    /** The fiscal year in which this day lies. */
    public static FiscalYear of(LocalDate day) {
        return new FiscalYear(day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() - 1 : day.getYear());
    }

    /** 1 April. */
    public LocalDate firstDay() {
        return LocalDate.of(year, Month.APRIL, 1);
    }

    /** 31 March of the following calendar year. */
    public LocalDate lastDay() {
        return LocalDate.of(year + 1, Month.MARCH, 31);
    }

    /** The number in 令和: 8 for April 2026 to March 2027; 0 and below for the years before 令和元年度. */
    public int reiwa() {
        return year - Gengo.REIWA.firstYear() + 1;
    }

    /**
     * 令和8年度. The whole of 2019 is 令和元年度, April included: 改元に伴う元号による年表示の取扱いについて
     * (平成31年4月1日 新元号への円滑な移行に向けた関係省庁連絡会議申合せ).
     *
     * @throws IllegalArgumentException before 明治6年
     */
    public String label() {
        LocalDate may = LocalDate.of(year, Month.MAY, 1);
        return Gengo.of(may)
                        .orElseThrow(() -> new IllegalArgumentException("年度を元号で表せるのは明治6年からです（指定: " + year + "）。"))
                        .year(year)
                + "度";
    }
}
