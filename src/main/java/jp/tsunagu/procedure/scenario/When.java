package jp.tsunagu.procedure.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;

/**
 * A day, or a moment of it, as a scenario names it.
 *
 * @param time null if only the day is meant
 */
record When(LocalDate day, LocalTime time) {

    private static final LocalTime NOON = LocalTime.NOON;
    private static final Pattern WITH_TIME = Pattern.compile("(.+?)[ T　]+(\\d{1,2}):(\\d{2})");

    /** 2026-09-18, 令和8年9月18日, each with or without 16:05. */
    static Optional<When> read(String text) {
        Matcher both = WITH_TIME.matcher(text.strip());
        if (!both.matches()) {
            return Wareki.parse(text.strip()).map(day -> new When(day, null));
        }
        try {
            int hour = Integer.parseInt(both.group(2));
            LocalTime time = LocalTime.parse("%02d:%s".formatted(hour, both.group(3)));
            return Wareki.parse(both.group(1)).map(day -> new When(day, time));
        } catch (DateTimeParseException noSuchTime) {
            return Optional.empty();
        }
    }

    /** Without a time: noon, when everything has happened that the morning brings. */
    Instant moment() {
        return ZonedDateTime.of(day, time == null ? NOON : time, WorkingDays.TOKYO)
                .toInstant();
    }

    /** True of this moment, or of any on this day. */
    boolean means(Instant moment) {
        ZonedDateTime there = moment.atZone(WorkingDays.TOKYO);
        return there.toLocalDate().equals(day)
                && (time == null
                        || there.toLocalTime().withSecond(0).withNano(0).equals(time));
    }

    String text() {
        return time == null ? day.toString() : day + " " + time;
    }

    static String text(Instant moment) {
        ZonedDateTime there = moment.atZone(WorkingDays.TOKYO);
        return there.toLocalDate() + " " + there.toLocalTime().withSecond(0).withNano(0);
    }
}
