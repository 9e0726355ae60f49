package jp.tsunagu.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.casefile.CaseHead;
import jp.tsunagu.casefile.PageAct;
import jp.tsunagu.casefile.PageDrafts;
import jp.tsunagu.casefile.ProgressBook;
import jp.tsunagu.casefile.ProgressEntry;
import jp.tsunagu.casefile.ProgressLine;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.form.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 支援経過記録 (第3号様式) of a case: what was done so far, and above it a line to write. Also after closing. */
@Controller
@RequestMapping("/cases/{caseNumber}/records")
class RecordPage {

    static final String DRAFT = "record";
    private static final int SHOWN_AT_FIRST = 50;

    private final OpenedCase opened;
    private final RecordSheet sheet;
    private final ShownLines lines;
    private final ProgressBook book;
    private final PageDrafts drafts;
    private final AccessLog log;

    RecordPage(
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

    @GetMapping
    String show(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "false") boolean all,
            Principal person,
            Model page) {
        CaseHead head = opened.forReading(caseNumber, person.getName());
        Map<String, String> draft = drafts.of(person.getName(), caseNumber, DRAFT);
        page.addAttribute("restored", !draft.isEmpty());
        page.addAttribute("done", done);
        return shown(page, head, person, draft.isEmpty() ? sheet.beginning(head) : draft, List.of(), all);
    }

    @PostMapping
    String add(
            @PathVariable String caseNumber,
            @RequestParam Map<String, String> sent,
            Principal person,
            Model page,
            HttpServletResponse response) {
        CaseHead head = opened.forRecording(caseNumber, person.getName());
        if (sent.containsKey("discard")) {
            drafts.drop(person.getName(), caseNumber, DRAFT);
            return "redirect:/cases/{caseNumber}/records";
        }
        try {
            Typed typed = new Typed(sent);
            ProgressEntry entry = RecordForm.entry(typed);
            typed.refuseUnreadable();
            book.add(new PageAct(caseNumber, person.getName(), sent.get("key")), entry);
            drafts.drop(person.getName(), caseNumber, DRAFT);
            return "redirect:/cases/{caseNumber}/records?done=added";
        } catch (RefusedException refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return shown(page, head, person, sent, refused.refusals(), false);
        }
    }

    private String shown(
            Model page,
            CaseHead head,
            Principal person,
            Map<String, String> typed,
            List<Refusal> refusals,
            boolean all) {
        List<ShownLine> known = lines.of(head.caseNumber());
        sheet.head(page, head);
        sheet.choices(page);
        sheet.inputs(page, typed, refusals);
        page.addAttribute("mayRecord", opened.mayRecord(head.caseNumber(), person.getName()));
        page.addAttribute("count", known.size());
        page.addAttribute(
                "lines", all ? known : known.stream().limit(SHOWN_AT_FIRST).toList());
        log.record(person.getName(), head.caseNumber(), "閲覧", ProgressLine.OWN_PAGE);
        return "record-list";
    }
}
