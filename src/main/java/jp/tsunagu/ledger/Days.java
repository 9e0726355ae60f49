package jp.tsunagu.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;

/** Days and times as the pages write them. */
final class Days {

    /** The first day that the Japanese calendar can write: an earlier one was mistyped, and is shown as it was. */
    private static final LocalDate FIRST = LocalDate.of(1873, 1, 1);

    private Days() {}

    /** 令和8年9月18日（金）; a stroke if there is none. */
    static String full(LocalDate day) {
        if (day == null) {
            return "―";
        }
        return day.isBefore(FIRST) ? day.toString() : Wareki.formatWithWeekday(day);
    }

    static LocalDate dayOf(Instant at) {
        return at.atZone(WorkingDays.TOKYO).toLocalDate();
    }

    /** 令和8年9月18日（金）17:15; a stroke if there is none. */
    static String full(Instant at) {
        if (at == null) {
            return "―";
        }
        ZonedDateTime local = at.atZone(WorkingDays.TOKYO);
        return full(local.toLocalDate()) + "%d:%02d".formatted(local.getHour(), local.getMinute());
    }

    /** 昭和48年3月5日（53歳）. */
    static String birth(LocalDate birthDate, LocalDate today) {
        return birthDate == null
                ? "未聴取"
                : full(birthDate).replaceFirst("（.）$", "") + "（"
                        + Period.between(birthDate, today).getYears() + "歳）";
    }
}
