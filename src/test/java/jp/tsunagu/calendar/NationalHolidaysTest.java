package jp.tsunagu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NationalHolidaysTest {

    /** The days the Cabinet Office published (内閣府「国民の祝日について」). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2000 1/1 1/10 2/11 3/20 4/29 5/3 5/4 5/5 7/20 9/15 9/23 10/9 11/3 11/23 12/23",
                "2003 1/1 1/13 2/11 3/21 4/29 5/3 5/5 7/21 9/15 9/23 10/13 11/3 11/23 11/24 12/23",
                "2007 1/1 1/8 2/11 2/12 3/21 4/29 4/30 5/3 5/4 5/5 7/16 9/17 9/23 9/24 10/8 11/3 11/23 12/23 12/24",
                "2009 1/1 1/12 2/11 3/20 4/29 5/3 5/4 5/5 5/6 7/20 9/21 9/22 9/23 10/12 11/3 11/23 12/23",
                "2015 1/1 1/12 2/11 3/21 4/29 5/3 5/4 5/5 5/6 7/20 9/21 9/22 9/23 10/12 11/3 11/23 12/23",
                "2016 1/1 1/11 2/11 3/20 3/21 4/29 5/3 5/4 5/5 7/18 8/11 9/19 9/22 10/10 11/3 11/23 12/23",
                "2019 1/1 1/14 2/11 3/21 4/29 4/30 5/1 5/2 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/23 10/14 10/22 11/3"
                        + " 11/4 11/23",
                "2020 1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/23 7/24 8/10 9/21 9/22 11/3 11/23",
                "2021 1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/22 7/23 8/8 8/9 9/20 9/23 11/3 11/23",
                "2022 1/1 1/10 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/18 8/11 9/19 9/23 10/10 11/3 11/23",
                "2023 1/1 1/2 1/9 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/23 10/9 11/3 11/23",
                "2024 1/1 1/8 2/11 2/12 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/22 9/23 10/14 11/3 11/4"
                        + " 11/23",
                "2025 1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/21 8/11 9/15 9/23 10/13 11/3 11/23 11/24",
                "2026 1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23",
                "2027 1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23"
            })
    void matchesThePublishedDays(String published) {
        String[] words = published.split(" ");
        int year = Integer.parseInt(words[0]);

        assertThat(NationalHolidays.ofYear(year).keySet())
                .containsExactlyElementsOf(Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.split("/"))
                        .map(day -> LocalDate.of(year, Integer.parseInt(day[0]), Integer.parseInt(day[1])))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "2002-07-20, 海の日",
        "2002-09-15, 敬老の日",
        "2006-04-29, みどりの日",
        "2006-05-04, 国民の休日",
        "2007-04-29, 昭和の日",
        "2007-05-04, みどりの日",
        "2009-09-22, 国民の休日",
        "2018-12-23, 天皇誕生日",
        "2018-12-24, 振替休日",
        "2019-04-30, 国民の休日",
        "2019-05-01, 即位の日",
        "2019-05-02, 国民の休日",
        "2019-05-06, 振替休日",
        "2019-10-14, 体育の日",
        "2019-10-22, 即位礼正殿の儀",
        "2020-02-23, 天皇誕生日",
        "2020-07-24, スポーツの日",
        "2021-08-08, 山の日",
        "2021-08-09, 振替休日",
        "2026-05-06, 振替休日",
        "2026-09-21, 敬老の日",
        "2026-09-22, 国民の休日",
        "2026-09-23, 秋分の日"
    })
    void namesTheDay(LocalDate day, String name) {
        assertThat(NationalHolidays.nameOf(day)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2003-05-04",
                "2015-08-11",
                "2019-02-23",
                "2019-12-23",
                "2020-07-20",
                "2020-08-11",
                "2020-10-12",
                "2021-07-19",
                "2021-10-11",
                "2026-12-31"
            })
    void namesNoOtherDay(LocalDate day) {
        assertThat(NationalHolidays.nameOf(day)).isEmpty();
    }

    @Test
    void refusesYearsItCannotCompute() {
        assertThatThrownBy(() -> NationalHolidays.ofYear(1999))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1999年");
        assertThatThrownBy(() -> NationalHolidays.nameOf(LocalDate.of(2051, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void handsOutNothingThatCanBeChanged() {
        assertThatThrownBy(() -> NationalHolidays.ofYear(2026).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
