package jp.tsunagu.plan;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.access.Roles;
import jp.tsunagu.engine.Members;
import jp.tsunagu.municipality.Settings;
import jp.tsunagu.plan.MeetingBook.Meeting;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * 支援調整会議 as pages. Centre and ward see all meetings; a member from outside sees those they sit in, at their time, and of
 * them only what is theirs to read.
 */
@Controller
class ConferencePages {

    static final String ADDRESS = "/conferences";
    private static final int PAGE = 30;

    private final MeetingBook meetings;
    private final MeetingDetails details;
    private final ConferencePapers papers;
    private final Members members;
    private final Settings settings;

    ConferencePages(
            MeetingBook meetings, MeetingDetails details, ConferencePapers papers, Members members, Settings settings) {
        this.meetings = meetings;
        this.details = details;
        this.papers = papers;
        this.members = members;
        this.settings = settings;
    }

    @GetMapping(ADDRESS)
    String all(@RequestParam(defaultValue = "0") int page, HttpServletRequest request, Model model) {
        boolean insider = isInsider(request);
        if (!insider && !request.isUserInRole(Roles.CONFERENCE_MEMBER)) {
            throw closed();
        }
        int shown = Math.max(0, Math.min(page, 1000));
        List<Meeting> past = meetings.past(request.getRemoteUser(), settings.municipality(), shown, PAGE + 1);
        model.addAttribute(
                "upcoming", own(meetings.upcoming(request.getRemoteUser(), settings.municipality()), insider, request));
        model.addAttribute("past", own(past.subList(0, Math.min(PAGE, past.size())), insider, request));
        model.addAttribute("page", shown);
        model.addAttribute("more", insider && past.size() > PAGE);
        model.addAttribute("chief", request.isUserInRole(Roles.CHIEF));
        model.addAttribute("insider", insider);
        return "conferences";
    }

    private List<Meeting> own(List<Meeting> all, boolean insider, HttpServletRequest request) {
        return insider
                ? all
                : all.stream()
                        .filter(papers::isReadable)
                        .filter(meeting ->
                                papers.seat(meeting, request.getRemoteUser()).isPresent())
                        .toList();
    }

    @GetMapping(ADDRESS + "/{id}")
    String one(@PathVariable UUID id, HttpServletRequest request, Model model) {
        Optional<Meeting> meeting = meetings.find(id);
        if (isInsider(request)) {
            model.addAttribute("meeting", meeting.orElseThrow(ConferencePages::unknown));
            details.show(meeting.get(), request.getRemoteUser(), request.isUserInRole(Roles.CHIEF), model);
            return "conference";
        }
        ConferenceAttendee seat = request.isUserInRole(Roles.CONFERENCE_MEMBER)
                ? meeting.flatMap(found -> papers.seat(found, request.getRemoteUser()))
                        .orElseThrow(ConferencePages::closed)
                : null;
        if (seat == null) {
            throw closed();
        }
        model.addAttribute("meeting", meeting.get());
        model.addAttribute("member", members.nameOf(request.getRemoteUser()));
        model.addAttribute("offers", papers.offers(meeting.get(), seat));
        return "conference-member";
    }

    static boolean isInsider(HttpServletRequest request) {
        return Roles.CENTRE.stream().anyMatch(request::isUserInRole)
                || Roles.WARD.stream().anyMatch(request::isUserInRole);
    }

    /** The same answer whether there is such a meeting or not. */
    static ResponseStatusException closed() {
        return new ResponseStatusException(HttpStatus.FORBIDDEN, "この会議は、あなたには開かれていません。");
    }

    static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "会議が見つかりません。");
    }
}
