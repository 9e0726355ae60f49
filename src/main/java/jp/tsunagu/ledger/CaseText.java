package jp.tsunagu.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.casefile.CaseStatus;
import jp.tsunagu.ledger.CaseRow.Urgency;
import org.springframework.stereotype.Component;

/** Puts the columns of a case into words. */
@Component
class CaseText {

    private static final List<String> RESPONSIBLE =
            List.of(Roles.CONSULTATION_SUPPORTER, Roles.OUTREACH_SUPPORTER, Roles.CHIEF);

    private final CaseDetails details;

    CaseText(CaseDetails details) {
        this.details = details;
    }

    CaseRow row(Columns row, Moment moment) {
        CaseStatus status = CaseStatus.valueOf(row.text("status"));
        boolean over = status == CaseStatus.CLOSED;
        LocalDate agreed = over ? null : row.day("next_date");
        LocalDate due = day(row.time("late_due"));
        LocalDate when = Stream.of(agreed == null ? LocalDate.MAX : agreed, due == null ? LocalDate.MAX : due)
                .min(LocalDate::compareTo)
                .filter(day -> day.isBefore(LocalDate.MAX))
                .orElse(null);
        boolean late = row.time("late_due") != null && row.time("late_due").isBefore(moment.time());
        return new CaseRow(
                row.text("case_number"),
                Objects.requireNonNullElse(row.person("name"), "（匿名）"),
                Objects.requireNonNullElse(row.person("kana"), ""),
                born(row.person("birth_date"), moment.today()),
                row.yes("contact_restricted"),
                status.label(),
                workers(row.text("workers")),
                step(row),
                when == null ? "" : Wareki.formatWithWeekday(when),
                urgency(over, late, when, moment.today()),
                contact(row, moment.today()),
                consent(row),
                row.count("unconfirmed"),
                details.of(row));
    }

    private static String born(String day, LocalDate today) {
        if (day == null) {
            return "";
        }
        LocalDate birthDate = LocalDate.parse(day);
        return Wareki.format(birthDate) + "（" + Period.between(birthDate, today).getYears() + "歳）";
    }

    private static Urgency urgency(boolean over, boolean late, LocalDate when, LocalDate today) {
        if (late) {
            return Urgency.LATE;
        }
        if (when == null) {
            return over ? Urgency.LATER : Urgency.NONE;
        }
        return when.isAfter(today) ? Urgency.LATER : when.equals(today) ? Urgency.TODAY : Urgency.PASSED;
    }

    private static String step(Columns row) {
        String step = row.text("step");
        if (step == null) {
            return "";
        }
        String who = row.text("step_of");
        return step + (who == null ? "（担当者なし）" : "（" + who + "）");
    }

    private static String contact(Columns row, LocalDate today) {
        LocalDate last = row.day("last_contact_on");
        LocalDate from = last == null ? row.day("received_on") : last;
        long days = ChronoUnit.DAYS.between(from, today);
        String ago = days == 0 ? "今日" : days + "日前";
        return Wareki.formatShort(from) + "（" + ago + (last == null ? "に受付、その後の記録なし）" : "）");
    }

    static String consent(Columns row) {
        if (row.text("consent") == null) {
            return "未確認";
        }
        if (row.day("consent_withdrawn_on") != null) {
            return "撤回";
        }
        return switch (row.text("consent")) {
            case "full" -> "有";
            case "partial" -> "一部";
            default -> "無";
        };
    }

    /** Who has the case as a whole first, then who has a part of it. */
    private static String workers(String present) {
        if (present == null) {
            return "なし";
        }
        List<String[]> all = new ArrayList<>();
        Stream.of(present.split(",")).map(one -> one.split(":", 2)).forEach(all::add);
        all.sort((one, other) -> Boolean.compare(RESPONSIBLE.contains(other[0]), RESPONSIBLE.contains(one[0])));
        return all.stream()
                .map(one -> one[1]
                        + (RESPONSIBLE.contains(one[0])
                                ? ""
                                : "（" + Accounts.groupNames().get(one[0]) + "）"))
                .distinct()
                .collect(Collectors.joining("、"));
    }

    private static LocalDate day(OffsetDateTime time) {
        return time == null ? null : time.atZoneSameInstant(WorkingDays.TOKYO).toLocalDate();
    }
}
