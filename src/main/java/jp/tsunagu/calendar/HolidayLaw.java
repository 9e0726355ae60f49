package jp.tsunagu.calendar;

import static jp.tsunagu.calendar.HolidayRule.fixed;
import static jp.tsunagu.calendar.HolidayRule.monday;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** 国民の祝日に関する法律 (昭和23年法律第178号) 第2条 as it stood in each year since 2000, one row per wording. */
final class HolidayLaw {

    private static final List<HolidayRule> RULES = List.of(
            fixed("元日", 1, 1),
            monday("成人の日", 1, 2),
            fixed("建国記念の日", 2, 11),
            new HolidayRule("春分の日", Equinox::spring),
            // 昭和の日, and みどりの日 moved to 4 May: 平成17年法律第43号
            fixed("みどりの日", 4, 29).until(2006),
            fixed("昭和の日", 4, 29).from(2007),
            fixed("憲法記念日", 5, 3),
            fixed("みどりの日", 5, 4).from(2007),
            fixed("こどもの日", 5, 5),
            // third Mondays since 2003: 平成13年法律第59号
            fixed("海の日", 7, 20).until(2002),
            monday("海の日", 7, 3).between(2003, 2019),
            fixed("敬老の日", 9, 15).until(2002),
            monday("敬老の日", 9, 3).from(2003),
            // 山の日: 平成26年法律第43号
            fixed("山の日", 8, 11).between(2016, 2019),
            new HolidayRule("秋分の日", Equinox::autumn),
            // renamed in 2020: 平成30年法律第57号
            monday("体育の日", 10, 2).until(2019),
            // moved for the Olympic Games: 東京オリンピック・パラリンピック特別措置法 (平成27年法律第33号) 第32条
            fixed("海の日", 7, 23).between(2020, 2020),
            fixed("スポーツの日", 7, 24).between(2020, 2020),
            fixed("山の日", 8, 10).between(2020, 2020),
            fixed("海の日", 7, 22).between(2021, 2021),
            fixed("スポーツの日", 7, 23).between(2021, 2021),
            fixed("山の日", 8, 8).between(2021, 2021),
            monday("海の日", 7, 3).from(2022),
            fixed("山の日", 8, 11).from(2022),
            monday("スポーツの日", 10, 2).from(2022),
            fixed("文化の日", 11, 3),
            fixed("勤労感謝の日", 11, 23),
            // none in 2019: 天皇の退位等に関する皇室典範特例法 (平成29年法律第63号) 附則第10条
            fixed("天皇誕生日", 12, 23).until(2018),
            fixed("天皇誕生日", 2, 23).from(2020),
            // count as 国民の祝日, so the days around 1 May become 国民の休日: 平成30年法律第99号
            fixed("即位の日", 5, 1).between(2019, 2019),
            fixed("即位礼正殿の儀", 10, 22).between(2019, 2019));

    private HolidayLaw() {}

    /** The 国民の祝日 proper of a year with their names, in order, without the days that 第3条 adds. */
    static NavigableMap<LocalDate, String> namedDays(int year) {
        NavigableMap<LocalDate, String> days = new TreeMap<>();
        RULES.stream().filter(rule -> rule.appliesIn(year)).forEach(rule -> days.put(rule.on(year), rule.name()));
        return days;
    }
}
