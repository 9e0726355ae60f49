package jp.tsunagu.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A date, a time of day or both: only what is in the calendar, a year that somebody can mean, and the time of the office. */
class DateCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-09-18", "2028-02-29", "1873-01-01", "2100-12-31"})
    void daysOfTheCalendar(String day) {
        assertThat(SmallForm.ofOne("datetime", "").refusalsOf("\"%s\"".formatted(day)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "2027-02-29",
                "2026-13-01",
                "2026-00-10",
                "2026-9-18",
                "20260918",
                "2026-09-18T10:00",
                "2026/09/18",
                " 2026-09-18",
                "２０２６-０９-１８",
                "令和8年9月18日",
                "きのう"
            })
    void daysThatDoNotExist(String day) {
        assertThat(SmallForm.ofOne("datetime", "\"subtype\": \"date\"").refusalsOf("\"%s\"".formatted(day)))
                .containsExactly("この日付は暦にありません。入力し直してください（例: 2026-09-18、令和8年9月18日）。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1872-12-31", "0226-06-01", "2101-01-01", "+12026-09-18", "-0001-01-01"})
    void yearsNobodyMeans(String day) {
        assertThat(SmallForm.ofOne("datetime", "").refusalsOf("\"%s\"".formatted(day)))
                .containsExactly("年を確かめてください（1873年から2100年まで）。");
    }

    @ParameterizedTest
    @CsvSource({
        "datetime, 2026-09-18T14:30, true",
        "datetime, 2026-09-18T14:30+09:00, false",
        "datetime, 2026-09-18T14:30Z, false",
        "datetime, 2026-09-18, false",
        "datetime, 2026-09-18T, false",
        "datetime, T14:30, false",
        "datetime, 2026-02-30T14:30, false",
        "datetime, 2026-09-18T24:01, false",
        "datetime, 0226-09-18T14:30, false",
        "time, 14:30, true",
        "time, 24:30, false",
        "time, 2026-09-18, false"
    })
    void timesOfDay(String kind, String value, boolean right) {
        assertThat(SmallForm.ofOne("datetime", "\"subtype\": \"%s\"".formatted(kind))
                        .refusalsOf("\"%s\"".formatted(value))
                        .isEmpty())
                .isEqualTo(right);
    }
}
