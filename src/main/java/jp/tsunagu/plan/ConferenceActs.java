package jp.tsunagu.plan;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.access.Roles;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.disclosure.DisclosureTable;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.municipality.Settings;
import jp.tsunagu.plan.ConferenceAttendee.Invitation;
import jp.tsunagu.plan.ConferenceDesk.Appointment;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What 主任 does on the pages of the meetings (要領 第9条第6号: 主任相談支援員が開催する). */
@Controller
@RequestMapping(ConferencePages.ADDRESS)
class ConferenceActs {

    private static final int LONGEST = 80;
    private static final Set<String> FORMATS = Set.of("regular", "adHoc", "circulated");
    private static final Set<String> KINDS_OF_BODIES = Set.of("provider", "outside");
    private static final Set<String> OTHER_KINDS =
            Set.of("chief", "consultationSupporter", "employmentSupporter", "wardOfficer", "person");

    private final ConferenceDesk desk;
    private final DisclosureTable rules;
    private final Settings settings;

    ConferenceActs(ConferenceDesk desk, DisclosureTable rules, Settings settings) {
        this.desk = desk;
        this.rules = rules;
        this.settings = settings;
    }

    @PostMapping
    String create(
            @RequestParam String on,
            @RequestParam String time,
            @RequestParam String place,
            @RequestParam String format,
            HttpServletRequest request) {
        onlyChief(request);
        if (!FORMATS.contains(format)) {
            throw RefusedException.ofAct("開催のしかたを選んでください。");
        }
        return to(desk.create(settings.municipality(), appointment(on, time, place), format, request.getRemoteUser()));
    }

    @PostMapping("/{id}/day")
    String postpone(
            @PathVariable UUID id,
            @RequestParam String on,
            @RequestParam String time,
            @RequestParam String place,
            HttpServletRequest request) {
        onlyChief(request);
        desk.postpone(id, appointment(on, time, place), request.getRemoteUser());
        return to(id);
    }

    @PostMapping("/{id}/agenda/{item}/meeting")
    String move(@PathVariable UUID id, @PathVariable UUID item, @RequestParam String to, HttpServletRequest request) {
        onlyChief(request);
        desk.moveCase(id, item, id(to), request.getRemoteUser());
        return to(id);
    }

    @PostMapping("/{id}/agenda/{item}/order")
    String arrange(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam String position,
            @RequestParam String time,
            HttpServletRequest request) {
        onlyChief(request);
        if (!position.matches("[0-9]{1,3}")) {
            throw RefusedException.ofAct("順番は数字で入力してください。");
        }
        desk.arrange(id, item, Integer.parseInt(position), orNull(time));
        return to(id);
    }

    @PostMapping("/{id}/attendees")
    String invite(@PathVariable UUID id, @RequestParam Map<String, String> form, HttpServletRequest request) {
        onlyChief(request);
        String kind = form.getOrDefault("kind", "");
        boolean ofBody = KINDS_OF_BODIES.contains(kind);
        if (!ofBody && !OTHER_KINDS.contains(kind)) {
            throw RefusedException.ofAct("出席者の区分を選んでください。");
        }
        String body = orNull(form.get("body"));
        if (ofBody && (body == null || !rules.bodies().contains(body))) {
            throw RefusedException.ofAct("センターや区の外の人には、機関の種類を選んでください。渡せる資料が決まります。");
        }
        desk.invite(
                id,
                new Invitation(
                        kind,
                        ofBody ? body : null,
                        text(form.get("organization"), "機関・職"),
                        text(form.get("name"), "氏名"),
                        ofBody ? orNull(form.get("account")) : null,
                        "on".equals(form.get("confidentiality"))));
        return to(id);
    }

    @PostMapping("/{id}/attendees/{attendee}/remove")
    String uninvite(@PathVariable UUID id, @PathVariable UUID attendee, HttpServletRequest request) {
        onlyChief(request);
        desk.uninvite(id, attendee);
        return to(id);
    }

    /** One answer per attendee, named by their id: yes, no, or nothing yet. */
    @PostMapping("/{id}/presence")
    String came(@PathVariable UUID id, @RequestParam Map<String, String> form, HttpServletRequest request) {
        onlyChief(request);
        Map<UUID, Boolean> present = new HashMap<>();
        form.forEach((name, answer) -> {
            if (name.startsWith("came-")) {
                present.put(id(name.substring("came-".length())), answer.isEmpty() ? null : answer.equals("yes"));
            }
        });
        desk.came(id, present);
        return to(id);
    }

    private static Appointment appointment(String on, String time, String place) {
        String where = orNull(place);
        if (where != null && where.length() > LONGEST) {
            throw RefusedException.ofAct("場所は" + LONGEST + "字以内で入力してください。");
        }
        return new Appointment(on.isBlank() ? null : day(on), orNull(time), where);
    }

    private static LocalDate day(String on) {
        return Wareki.parse(on).orElseThrow(() -> RefusedException.ofAct("会議の日を R8.6.30 や 2026-06-30 の形で入力してください。"));
    }

    private static String text(String typed, String label) {
        String text = orNull(typed);
        if (text == null || text.length() > LONGEST) {
            throw RefusedException.ofAct(label + "を" + LONGEST + "字以内で入力してください。");
        }
        return text;
    }

    private static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw RefusedException.ofAct("会議を選んでください。");
        }
    }

    private static void onlyChief(HttpServletRequest request) {
        if (!request.isUserInRole(Roles.CHIEF)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "会議を整えるのは主任相談支援員です（要領 第9条第6号）。");
        }
    }

    private static String to(UUID meeting) {
        return "redirect:" + ConferencePages.ADDRESS + "/" + meeting;
    }
}
