package jp.tsunagu.plan;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import jp.tsunagu.access.Roles;
import jp.tsunagu.plan.MeetingBook.Meeting;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The papers of a meeting's cases: a member reads their own, 主任 prints them for members without an account. */
@Controller
@RequestMapping(ConferencePages.ADDRESS + "/{id}/papers/{caseNumber}/{paper}")
class ConferencePaperController {

    private final MeetingBook meetings;
    private final ConferencePapers papers;

    ConferencePaperController(MeetingBook meetings, ConferencePapers papers) {
        this.meetings = meetings;
        this.papers = papers;
    }

    @Transactional
    @GetMapping
    ResponseEntity<byte[]> read(
            @PathVariable UUID id,
            @PathVariable String caseNumber,
            @PathVariable String paper,
            HttpServletRequest request) {
        String account = request.getRemoteUser();
        Meeting meeting = meetings.find(id)
                .filter(found -> request.isUserInRole(Roles.CONFERENCE_MEMBER))
                .orElseThrow(ConferencePages::closed);
        UUID seat = papers.seat(meeting, account)
                .orElseThrow(ConferencePages::closed)
                .id();
        return pdf(papers.hand(meeting, seat, caseNumber, paper, account), paper, caseNumber);
    }

    @Transactional
    @PostMapping
    ResponseEntity<byte[]> print(
            @PathVariable UUID id,
            @PathVariable String caseNumber,
            @PathVariable String paper,
            @RequestParam UUID attendee,
            HttpServletRequest request) {
        Meeting meeting = meetings.find(id)
                .filter(found -> request.isUserInRole(Roles.CHIEF))
                .orElseThrow(ConferencePages::closed);
        return pdf(papers.hand(meeting, attendee, caseNumber, paper, request.getRemoteUser()), paper, caseNumber);
    }

    private static ResponseEntity<byte[]> pdf(byte[] content, String paper, String caseNumber) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + paper + "_" + caseNumber + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }
}
