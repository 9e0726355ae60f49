package jp.tsunagu.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The working days (開庁日) of one municipality's office, named {@code workingDays} in diagrams.
 *
 * <p>Counts are in days and start the day after, as 民法第140条 has it. Days whose holidays cannot be computed
 * ({@link NationalHolidays}) are refused with {@link IllegalArgumentException} unless an override decides them.
 */
@Component
public class WorkingDays {

    /** The zone of every date in this application. */
    public static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /** Largest count of working days, about eight years: more is a slip of the hand. */
    public static final int MAX_COUNT = 2000;

    private static final int LONGEST_CLOSURE_DAYS = 366;

    private final Clock clock;
    private final CalendarOverrides overrides;
    private final ClosingDays closingDays;
    private final String municipality;

    /** A calendar of the municipality with this id; {@link #forMunicipality} gives that of another. */
    @Autowired
    public WorkingDays(
            Clock clock,
            CalendarOverrides overrides,
            ClosingDays closingDays,
            @Value("${tsunagu.municipality:minato}") String municipality) {
        this.clock = clock;
        this.overrides = overrides;
        this.closingDays = closingDays;
        this.municipality = municipality;
    }

    /** A calendar with no other closing days than the year end. */
    public WorkingDays(Clock clock, CalendarOverrides overrides, String municipality) {
        this(clock, overrides, ClosingDays.yearEnd(), municipality);
    }

    /** The same calendar for the office of another municipality. */
    public WorkingDays forMunicipality(String other) {
        return new WorkingDays(clock, overrides, closingDays, other);
    }

    /** The present day in Japan. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(TOKYO));
    }

    /** The moment at which today began. */
    public OffsetDateTime beginningOfToday() {
        return today().atStartOfDay(TOKYO).toOffsetDateTime();
    }

    /** Whether the office is open on this day; an override wins over weekend, holiday and year end. */
    public boolean isOpen(LocalDate day) {
        return overrides.openOn(municipality, day).orElseGet(() -> isOpenByRule(day));
    }

    /**
     * This day if the office is open, otherwise the first open day after it.
     *
     * @throws IllegalStateException if the office is closed for more than a year on end
     */
    public LocalDate nextOpenDay(LocalDate day) {
        return firstOpenDay(day, 1);
    }

    /**
     * This day if the office is open, otherwise the last open day before it.
     *
     * @throws IllegalStateException if the office is closed for more than a year on end
     */
    public LocalDate previousOpenDay(LocalDate day) {
        return firstOpenDay(day, -1);
    }

    /**
     * The {@code count}-th working day after this day; with 0 this day if open, else the next open day.
     *
     * @throws IllegalArgumentException if {@code count} is negative or above {@link #MAX_COUNT}
     */
    public LocalDate addWorkingDays(LocalDate day, int count) {
        if (count < 0 || count > MAX_COUNT) {
            throw new IllegalArgumentException("開庁日の日数は0から" + MAX_COUNT + "までで指定してください（指定: " + count + "）。");
        }
        if (count == 0) {
            return nextOpenDay(day);
        }
        LocalDate result = day;
        for (int i = 0; i < count; i++) {
            result = nextOpenDay(result.plusDays(1));
        }
        return result;
    }

    /**
     * How many working days lie after {@code from} up to and including {@code to}: the count that leads from the one to
     * the other by {@link #addWorkingDays}. Negative if {@code to} is earlier (an overdue task).
     */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workingDaysBetween(to, from);
        }
        return (int)
                from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isOpen).count();
    }

    /** When the office opens on this day, by its hours alone: ask {@link #isOpen} whether it opens at all. */
    public ZonedDateTime openingTime(LocalDate day) {
        return day.atTime(overrides.hoursOn(municipality, day).opens()).atZone(TOKYO);
    }

    /** When the office closes on this day, by its hours alone: ask {@link #isOpen} whether it opens at all. */
    public ZonedDateTime closingTime(LocalDate day) {
        return day.atTime(overrides.hoursOn(municipality, day).closes()).atZone(TOKYO);
    }

    /** {@link #openingTime} as the engine's Date. */
    public Date opening(LocalDate day) {
        return Date.from(openingTime(day).toInstant());
    }

    /** {@link #closingTime} as the engine's Date. */
    public Date closing(LocalDate day) {
        return Date.from(closingTime(day).toInstant());
    }

    /** The day of the office that an engine's Date lies in. */
    public static LocalDate dayOf(Date date) {
        return Instant.ofEpochMilli(date.getTime()).atZone(TOKYO).toLocalDate();
    }

    /**
     * Closing time of the {@code count}-th working day after today, for diagrams:
     * {@code camunda:dueDate="${workingDays.after(5)}"}.
     *
     * @throws IllegalArgumentException if {@code count} is negative or above {@link #MAX_COUNT}
     */
    public Date after(int count) {
        return closing(addWorkingDays(today(), count));
    }

    private boolean isOpenByRule(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY
                && weekday != DayOfWeek.SUNDAY
                && NationalHolidays.nameOf(day).isEmpty()
                && !closingDays.isClosed(municipality, day);
    }

    private LocalDate firstOpenDay(LocalDate day, int step) {
        for (int i = 0; i <= LONGEST_CLOSURE_DAYS; i++) {
            LocalDate candidate = day.plusDays((long) i * step);
            if (isOpen(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException("1年以内に開庁日がありません（" + day + "）。閉庁日の設定を確認してください。");
    }
}
