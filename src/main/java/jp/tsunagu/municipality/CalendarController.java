package jp.tsunagu.municipality;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import jp.tsunagu.access.Roles;
import jp.tsunagu.calendar.NationalHolidays;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.RefusedException;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The calendar's door for system administrators. Past days stay as they were: what held on a day stays explainable. */
@RestController
class CalendarController {

    private static final int LONGEST_REASON = 200;

    private final CalendarDoor door;
    private final WorkingDays workingDays;

    CalendarController(CalendarDoor door, WorkingDays workingDays) {
        this.door = door;
        this.workingDays = workingDays;
    }

    /**
     * A day of the office.
     *
     * @param correction null if the rule holds
     */
    record Day(LocalDate day, boolean open, CalendarDoor.Correction correction) {}

    /** What an administrator sends. */
    record Change(Boolean open, String reason) {}

    @GetMapping("/api/calendar/{day}")
    Day show(@PathVariable String day, HttpServletRequest request) {
        return show(allowed(day, request));
    }

    @PutMapping("/api/calendar/{day}")
    Day correct(@PathVariable String day, @RequestBody Change change, HttpServletRequest request) {
        LocalDate date = ahead(allowed(day, request));
        if (change.open() == null) {
            throw RefusedException.ofAct("開庁（true）か閉庁（false）かを open に指定してください。");
        }
        String reason = change.reason() == null ? "" : change.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw RefusedException.ofAct("理由を" + LONGEST_REASON + "字以内で reason に書いてください。");
        }
        door.correct(date, change.open(), reason, request.getRemoteUser());
        return show(date);
    }

    @DeleteMapping("/api/calendar/{day}")
    Day withdraw(@PathVariable String day, HttpServletRequest request) {
        LocalDate date = ahead(allowed(day, request));
        door.withdraw(date);
        return show(date);
    }

    private Day show(LocalDate day) {
        return new Day(day, workingDays.isOpen(day), door.find(day).orElse(null));
    }

    private static LocalDate allowed(String day, HttpServletRequest request) {
        if (!request.isUserInRole(Roles.SYSTEM_ADMINISTRATOR)) {
            throw new AuthorizationException("開庁日の訂正は、システム管理者だけができます。");
        }
        try {
            LocalDate date = LocalDate.parse(day);
            if (date.getYear() >= NationalHolidays.FIRST_YEAR && date.getYear() <= NationalHolidays.LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException e) {
            // refused below, like a day of a year that has no calendar
        }
        throw RefusedException.ofAct("日付は 2026-10-01 のように、" + NationalHolidays.FIRST_YEAR + "年から"
                + NationalHolidays.LAST_YEAR + "年までで指定してください。");
    }

    private LocalDate ahead(LocalDate day) {
        if (day.isBefore(workingDays.today())) {
            throw RefusedException.ofAct("過ぎた日は訂正できません。");
        }
        return day;
    }
}
