package jp.tsunagu.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.casefile.CaseHead;
import jp.tsunagu.casefile.PageAct;
import jp.tsunagu.casefile.PageDrafts;
import jp.tsunagu.casefile.ProgressBook;
import jp.tsunagu.casefile.ProgressEntry;
import jp.tsunagu.casefile.ProgressLine;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.form.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 訂正 of one line of 第3号様式: a new line with a reason; the old one stays to be read. */
@Controller
@RequestMapping("/cases/{caseNumber}/records/{id}")
class RecordCorrectionPage {

    private static final String LIST = "redirect:/cases/{caseNumber}/records?done=";

    private final OpenedCase opened;
    private final RecordSheet sheet;
    private final ShownLines lines;
    private final ProgressBook book;
    private final PageDrafts drafts;
    private final AccessLog log;

    RecordCorrectionPage(
            OpenedCase opened,
            RecordSheet sheet,
            ShownLines lines,
            ProgressBook book,
            PageDrafts drafts,
            AccessLog log) {
        this.opened = opened;
        this.sheet = sheet;
        this.lines = lines;
        this.book = book;
        this.drafts = drafts;
        this.log = log;
    }

    @GetMapping("/correction")
    String show(@PathVariable String caseNumber, @PathVariable UUID id, Principal person, Model page) {
        CaseHead head = opened.forRecording(caseNumber, person.getName());
        Map<String, String> draft = drafts.of(person.getName(), caseNumber, draftOf(id));
        page.addAttribute("restored", !draft.isEmpty());
        return shown(page, head, id, person, draft.isEmpty() ? null : draft, List.of());
    }

    @PostMapping("/correction")
    String correct(
            @PathVariable String caseNumber,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            Principal person,
            Model page,
            HttpServletResponse response) {
        CaseHead head = opened.forRecording(caseNumber, person.getName());
        if (sent.containsKey("discard")) {
            drafts.drop(person.getName(), caseNumber, draftOf(id));
            return "redirect:/cases/{caseNumber}/records/{id}/correction";
        }
        try {
            Typed typed = new Typed(sent);
            ProgressEntry entry = RecordForm.entry(typed);
            typed.refuseUnreadable();
            book.correct(new PageAct(caseNumber, person.getName(), sent.get("key")), id, entry, typed.text("reason"));
            drafts.drop(person.getName(), caseNumber, draftOf(id));
            return LIST + "corrected";
        } catch (RefusedException refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return shown(page, head, id, person, sent, refused.refusals());
        }
    }

    @PostMapping("/withdrawal")
    String withdraw(
            @PathVariable String caseNumber,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            Principal person,
            Model page,
            HttpServletResponse response) {
        CaseHead head = opened.forRecording(caseNumber, person.getName());
        try {
            String reason = new Typed(sent).text("reason");
            book.withdraw(new PageAct(caseNumber, person.getName(), sent.get("key")), id, reason);
            drafts.drop(person.getName(), caseNumber, draftOf(id));
            return LIST + "withdrawn";
        } catch (RefusedException refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            page.addAttribute("withdrawing", sent.getOrDefault("reason", ""));
            return shown(page, head, id, person, null, refused.refusals());
        }
    }

    private static String draftOf(UUID id) {
        return "correction-" + id;
    }

    /** The form is about the line that holds now; who meant an older one sees both, and keeps what they typed. */
    private String shown(
            Model page, CaseHead head, UUID id, Principal person, Map<String, String> typed, List<Refusal> refusals) {
        ShownLine line = ShownLines.standingFor(lines.of(head.caseNumber()), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "この記録は、このケースにありません。"));
        sheet.head(page, head);
        sheet.choices(page);
        sheet.inputs(page, typed == null ? RecordForm.inputs(line.line().entry()) : typed, refusals);
        page.addAttribute("line", line);
        log.record(person.getName(), head.caseNumber(), "閲覧", ProgressLine.OWN_PAGE);
        return "record-correction";
    }
}
