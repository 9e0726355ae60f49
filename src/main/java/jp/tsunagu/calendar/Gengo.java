package jp.tsunagu.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** The eras since the Gregorian calendar came into use (明治6年1月1日), each with its first day. */
enum Gengo {
    MEIJI("明治", 'M', LocalDate.of(1868, 1, 25)),
    TAISHO("大正", 'T', LocalDate.of(1912, 7, 30)),
    SHOWA("昭和", 'S', LocalDate.of(1926, 12, 25)),
    HEISEI("平成", 'H', LocalDate.of(1989, 1, 8)),
    REIWA("令和", 'R', LocalDate.of(2019, 5, 1));

    /** Before this day months and days were those of the lunar calendar. */
    static final LocalDate FIRST_GREGORIAN_DAY = LocalDate.of(1873, 1, 1);

    private final String kanji;
    private final char letter;
    private final LocalDate firstDay;

    Gengo(String kanji, char letter, LocalDate firstDay) {
        this.kanji = kanji;
        this.letter = letter;
        this.firstDay = firstDay;
    }

    /** The era of a day, or empty before {@link #FIRST_GREGORIAN_DAY}. */
    static Optional<Gengo> of(LocalDate day) {
        return Arrays.stream(values())
                .filter(era -> !day.isBefore(FIRST_GREGORIAN_DAY) && !day.isBefore(era.firstDay))
                .max(Comparator.naturalOrder());
    }

    /** The era written as 昭和, 昭, S or s. */
    static Optional<Gengo> written(String text) {
        return Arrays.stream(values())
                .filter(era -> era.kanji.equals(text)
                        || era.kanji.substring(0, 1).equals(text)
                        || String.valueOf(era.letter).equalsIgnoreCase(text))
                .findFirst();
    }

    int firstYear() {
        return firstDay.getYear();
    }

    /** R8. */
    String shortYear(int gregorianYear) {
        return letter + String.valueOf(gregorianYear - firstYear() + 1);
    }

    /** Era and year, the first one as 元年. */
    String year(int gregorianYear) {
        int number = gregorianYear - firstYear() + 1;
        return kanji + (number == 1 ? "元" : number) + "年";
    }
}
