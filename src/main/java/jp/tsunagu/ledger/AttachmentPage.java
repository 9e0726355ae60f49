package jp.tsunagu.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.casefile.AttachmentEntry;
import jp.tsunagu.casefile.Attachments;
import jp.tsunagu.casefile.CaseHead;
import jp.tsunagu.casefile.PageAct;
import jp.tsunagu.casefile.PageDrafts;
import jp.tsunagu.casefile.SignedPaper;
import jp.tsunagu.casefile.SigningManner;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.form.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 署名のある書類: the signed papers of a case as they were scanned, and where one is attached. */
@Controller
@RequestMapping("/cases/{caseNumber}/attachments")
class AttachmentPage {

    private static final String DRAFT = "attachment";
    private static final String LIST = "redirect:/cases/{caseNumber}/attachments";

    private final OpenedCase opened;
    private final RecordSheet sheet;
    private final ShownAttachments shown;
    private final Attachments attachments;
    private final UploadLimits limits;
    private final PageDrafts drafts;
    private final AccessLog log;

    AttachmentPage(
            OpenedCase opened,
            RecordSheet sheet,
            ShownAttachments shown,
            Attachments attachments,
            UploadLimits limits,
            PageDrafts drafts,
            AccessLog log) {
        this.opened = opened;
        this.sheet = sheet;
        this.shown = shown;
        this.attachments = attachments;
        this.limits = limits;
        this.drafts = drafts;
        this.log = log;
    }

    @GetMapping
    String show(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "") String done,
            Principal person,
            Model page) {
        CaseHead head = opened.forReading(caseNumber, person.getName());
        Map<String, String> draft = drafts.of(person.getName(), caseNumber, DRAFT);
        page.addAttribute("restored", !draft.isEmpty());
        page.addAttribute("done", done);
        return shown(page, head, person, draft, List.of());
    }

    @PostMapping
    String add(
            @PathVariable String caseNumber,
            @RequestParam Map<String, String> sent,
            @RequestParam(required = false) MultipartFile file,
            Principal person,
            Model page,
            HttpServletResponse response)
            throws IOException {
        CaseHead head = opened.forWriting(caseNumber, person.getName());
        if (sent.containsKey("discard")) {
            drafts.drop(person.getName(), caseNumber, DRAFT);
            return LIST;
        }
        try {
            Typed typed = new Typed(sent);
            AttachmentEntry entry = entry(typed, file == null ? null : file.getOriginalFilename());
            typed.refuseUnreadable();
            PageAct act = new PageAct(caseNumber, person.getName(), sent.get("key"));
            attachments.add(act, entry, file == null ? new byte[0] : file.getBytes(), limits.today());
            drafts.drop(person.getName(), caseNumber, DRAFT);
            return LIST + "?done=added";
        } catch (RefusedException refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return shown(page, head, person, sent, refused.refusals());
        }
    }

    private static AttachmentEntry entry(Typed typed, String fileName) {
        return new AttachmentEntry(
                typed.choice("paper", SignedPaper.class),
                typed.text("paperNote"),
                typed.date("signedOn"),
                typed.choice("manner", SigningManner.class),
                typed.text("signedBy"),
                typed.text("mannerReason"),
                fileName);
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(
            @PathVariable String caseNumber,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            Principal person,
            Model page,
            HttpServletResponse response) {
        CaseHead head = opened.forWriting(caseNumber, person.getName());
        try {
            attachments.withdraw(caseNumber, id, new Typed(sent).text("reason"), person.getName());
            return LIST + "?done=withdrawn";
        } catch (RefusedException refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            page.addAttribute("withdrawing", id);
            page.addAttribute("withdrawalReason", sent.getOrDefault("reason", ""));
            page.addAttribute("withdrawalRefusals", refused.refusals());
            return shown(page, head, person, drafts.of(person.getName(), caseNumber, DRAFT), List.of());
        }
    }

    private String shown(
            Model page, CaseHead head, Principal person, Map<String, String> typed, List<Refusal> refusals) {
        sheet.head(page, head);
        sheet.inputs(page, typed, refusals);
        page.addAttribute("mayWrite", opened.mayWrite(head.caseNumber(), person.getName()));
        page.addAttribute("papers", SignedPaper.values());
        page.addAttribute("manners", SigningManner.values());
        page.addAttribute("limits", limits.today());
        page.addAttribute("mostBytes", limits.today().megabytes() * 1_000_000L);
        page.addAttribute("tooLarge", Attachments.tooLarge(limits.today().megabytes()));
        page.addAttribute("attachments", shown.of(head.caseNumber(), person.getName()));
        log.record(person.getName(), head.caseNumber(), "閲覧", DRAFT);
        return "attachment-list";
    }
}
