package jp.tsunagu.calendar;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what staff type; see {@link Wareki#parse}. */
final class WarekiParser {

    private static final int LONGEST_INPUT = 40;

    private static final Pattern DATE = Pattern.compile("(?:(?<western>\\d{4})|(?<era>[^\\d元]{1,2})(?<year>\\d{1,2}|元))"
            + "[-/.年](?<month>\\d{1,2})[-/.月](?<day>\\d{1,2})日?(?:\\((?<weekday>[月火水木金土日])\\))?");

    private static final Pattern EIGHT_DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private WarekiParser() {}

    static Optional<LocalDate> parse(String text) {
        if (text == null || text.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        String plain = EIGHT_DIGITS.matcher(normalise(text)).replaceFirst("$1-$2-$3");
        Matcher date = DATE.matcher(plain);
        return date.matches() ? read(date) : Optional.empty();
    }

    /** NFKC turns ２, ．, （ and ㋿ into their plain forms; the many dashes of Japanese keyboards it leaves alone. */
    private static String normalise(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[‐‑‒–—―−ー]", "-")
                // “令和 8年 9月 8日” is common print; a gap between two digits is not closed, it would make a new number
                .replaceAll("(?<![\\d\\s])\\s++|\\s++(?!\\d)", "");
    }

    private static Optional<LocalDate> read(Matcher date) {
        Optional<Gengo> era = Optional.ofNullable(date.group("era")).flatMap(Gengo::written);
        if (era.isEmpty() && date.group("western") == null) {
            return Optional.empty();
        }
        return day(date, era)
                .filter(day -> Gengo.of(day).isPresent())
                .filter(day -> era.isEmpty() || era.equals(Gengo.of(day)))
                .filter(day ->
                        date.group("weekday") == null || Wareki.weekday(day).equals(date.group("weekday")));
    }

    private static Optional<LocalDate> day(Matcher date, Optional<Gengo> era) {
        int year = era.map(known -> known.firstYear() + yearInEra(date.group("year")) - 1)
                .orElseGet(() -> Integer.parseInt(date.group("western")));
        try {
            return Optional.of(
                    LocalDate.of(year, Integer.parseInt(date.group("month")), Integer.parseInt(date.group("day"))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int yearInEra(String year) {
        return year.equals("元") ? 1 : Integer.parseInt(year);
    }
}
