package jp.tsunagu.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.municipality.Settings;

/**
 * Now, and from which days on a case counts as silent.
 *
 * @param silentDays days without contact after which a case stands on the first list of silent ones
 * @param longSilentDays the same for the second
 */
record Moment(OffsetDateTime time, int silentDays, int longSilentDays) {

    private static final int SILENT_DEFAULT = 45;
    private static final int LONG_SILENT_DEFAULT = 60;

    static Moment of(Clock clock, Settings settings) {
        OffsetDateTime now = clock.instant().atZone(WorkingDays.TOKYO).toOffsetDateTime();
        return new Moment(
                now,
                days(settings, Settings.SILENT_CASE_DAYS, SILENT_DEFAULT),
                days(settings, Settings.LONG_SILENT_CASE_DAYS, LONG_SILENT_DEFAULT));
    }

    private static int days(Settings settings, String name, int otherwise) {
        return settings.today(name).map(Integer::parseInt).orElse(otherwise);
    }

    LocalDate today() {
        return time.toLocalDate();
    }

    OffsetDateTime beginningOfDay() {
        return today().atStartOfDay(WorkingDays.TOKYO).toOffsetDateTime();
    }

    /** What the statements of the lists are asked with. */
    Map<String, Object> parameters() {
        return Map.of(
                "now", time,
                "today", today(),
                "tomorrow", beginningOfDay().plusDays(1),
                "silent", today().minusDays(silentDays),
                "longSilent", today().minusDays(longSilentDays));
    }
}
