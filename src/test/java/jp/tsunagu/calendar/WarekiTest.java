package jp.tsunagu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class WarekiTest {

    @ParameterizedTest
    @CsvSource({
        "2026-09-18, 令和8年9月18日",
        "2019-05-01, 令和元年5月1日",
        "2019-04-30, 平成31年4月30日",
        "1989-01-08, 平成元年1月8日",
        "1989-01-07, 昭和64年1月7日",
        "1926-12-25, 昭和元年12月25日",
        "1926-12-24, 大正15年12月24日",
        "1912-07-30, 大正元年7月30日",
        "1912-07-29, 明治45年7月29日",
        "1873-01-01, 明治6年1月1日"
    })
    void formatsInTheEraOfTheDay(LocalDate day, String text) {
        assertThat(Wareki.format(day)).isEqualTo(text);
        assertThat(Wareki.parse(text)).contains(day);
    }

    @Test
    void addsTheWeekday() {
        assertThat(Wareki.formatWithWeekday(LocalDate.of(2026, 9, 18))).isEqualTo("令和8年9月18日（金）");
    }

    @Test
    void refusesDaysOfTheLunarCalendar() {
        assertThatThrownBy(() -> Wareki.format(LocalDate.of(1872, 12, 31)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("明治6年");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-09-18",
                "2026/9/18",
                "2026.9.18",
                "2026年9月18日",
                "20260918",
                "R8.9.18",
                "r08/09/18",
                "R8-9-18",
                "令8.9.18",
                "令和8年9月18日",
                "令和8年9月18日（金）",
                "㋿8年9月18日",
                "２０２６／９／１８",
                "２０２６０９１８",
                "Ｒ８．９．１８",
                "令和８年９月１８日",
                "２０２６－９－１８",
                "2026ー9ー18",
                "  令和 8年　9月 18日 "
            })
    void readsWhatStaffType(String text) {
        assertThat(Wareki.parse(text)).contains(LocalDate.of(2026, 9, 18));
    }

    @ParameterizedTest
    @CsvSource({
        "S48.3.5, 1973-03-05",
        "昭48/3/5, 1973-03-05",
        "令和元年5月1日, 2019-05-01",
        "令和1年5月1日, 2019-05-01",
        "R元.5.1, 2019-05-01",
        "H31.4.30, 2019-04-30",
        "昭和64年1月7日, 1989-01-07",
        "T15.12.24, 1926-12-24",
        "明治45年7月29日, 1912-07-29",
        "令和6年2月29日, 2024-02-29"
    })
    void readsOtherEras(String text, LocalDate day) {
        assertThat(Wareki.parse(text)).contains(day);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "2026-02-30",
                "20260230",
                "2026-13-01",
                "令和7年2月29日",
                "平成40年1月1日",
                "平成31年5月1日",
                "令和元年4月30日",
                "昭和64年1月8日",
                "昭和元年12月24日",
                "令和0年5月1日",
                "明治5年12月1日",
                "1872-12-31",
                "0026-09-18",
                "26/9/18",
                "8.9.18",
                "X8.9.18",
                "元.5.1",
                "R8.1 1.5",
                "R8.1  1.5",
                "令和8年9月18日（土）",
                "202609181",
                "2026-09",
                "昨日",
                "令和8年9月18日令和8年9月18日令和8年9月18日令和8年9月18日"
            })
    void saysNothingToWhatIsNoDate(String text) {
        assertThat(Wareki.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-31, 2025, 7, 令和7年度",
        "2026-04-01, 2026, 8, 令和8年度",
        "2027-03-31, 2026, 8, 令和8年度",
        "2019-04-01, 2019, 1, 令和元年度",
        "2019-03-31, 2018, 0, 平成30年度",
        "1989-04-01, 1989, -29, 平成元年度",
        "1989-03-31, 1988, -30, 昭和63年度"
    })
    void knowsTheFiscalYear(LocalDate day, int year, int reiwa, String label) {
        FiscalYear fiscalYear = Wareki.fiscalYear(day);

        assertThat(fiscalYear.year()).isEqualTo(year);
        assertThat(fiscalYear.reiwa()).isEqualTo(reiwa);
        assertThat(fiscalYear.label()).isEqualTo(label);
        assertThat(day).isBetween(fiscalYear.firstDay(), fiscalYear.lastDay());
    }
}
