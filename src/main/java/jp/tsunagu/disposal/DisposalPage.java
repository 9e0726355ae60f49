package jp.tsunagu.disposal;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.RefusedException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 保存と廃棄: what is over, what is proposed, what is stopped, and the certificates. */
@Controller
@RequestMapping(DisposalEntry.ADDRESS)
class DisposalPage {

    private static final int CERTIFICATES = 100;

    private final DisposalDesk desk;
    private final DisposalList list;
    private final DisposalTable disposals;
    private final Certificates certificates;
    private final CertificatePaper paper;
    private final Members members;

    DisposalPage(
            DisposalDesk desk,
            DisposalList list,
            DisposalTable disposals,
            Certificates certificates,
            CertificatePaper paper,
            Members members) {
        this.desk = desk;
        this.list = list;
        this.disposals = disposals;
        this.certificates = certificates;
        this.paper = paper;
        this.members = members;
    }

    /** What was typed and was refused: nothing of it is lost. */
    record Typed(
            String form,
            String number,
            String ground,
            String note,
            String on,
            boolean unhindered,
            List<String> picked) {

        static Typed nothing() {
            return new Typed("", "", "", "", "", false, List.of());
        }
    }

    /** A proposal, in words. */
    record Line(
            UUID id,
            String number,
            String ground,
            String note,
            String closed,
            String kept,
            boolean own,
            String proposedBy,
            String approvedBy,
            String obstacle) {}

    /** A certificate, in words. */
    record Proof(UUID id, String caseNumber, String erased, String ground, boolean afterRestore) {}

    @GetMapping
    String show(Principal person, Model model) {
        return page(Typed.nothing(), person, model);
    }

    @PostMapping("/propose")
    String propose(
            @RequestParam(name = "picked", required = false) List<String> picked,
            Principal person,
            Model model,
            HttpServletResponse answer,
            RedirectAttributes next) {
        List<String> numbers = picked == null ? List.of() : picked;
        return each(
                numbers,
                number -> desk.propose(person.getName(), number),
                "件の廃棄を提案しました。課長が承認すると消去します。",
                refused -> new Typed("propose", "", "", "", "", false, refused),
                person,
                model,
                answer,
                next);
    }

    @PostMapping("/approve")
    String approve(
            @RequestParam(name = "picked", required = false) List<String> picked,
            Principal person,
            Model model,
            HttpServletResponse answer,
            RedirectAttributes next) {
        return each(
                picked == null ? List.of() : picked,
                id -> desk.approve(person.getName(), UUID.fromString(id)),
                "件を承認しました。1分ほどで消去し、廃棄証明ができます。",
                refused -> new Typed("approve", "", "", "", "", false, refused),
                person,
                model,
                answer,
                next);
    }

    @PostMapping("/withdraw")
    String withdraw(
            @RequestParam UUID id, Principal person, Model model, HttpServletResponse answer, RedirectAttributes next) {
        return act(
                () -> desk.withdraw(person.getName(), id), "廃棄を取りやめました。", Typed.nothing(), person, model, answer, next);
    }

    @PostMapping("/hold")
    String hold(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String note,
            Principal person,
            Model model,
            HttpServletResponse answer,
            RedirectAttributes next) {
        return act(
                () -> desk.hold(person.getName(), Numbers.typed(number), one(HoldGround.class, ground), note),
                "廃棄を止めました。",
                new Typed("hold", number, ground, note, "", false, List.of()),
                person,
                model,
                answer,
                next);
    }

    @PostMapping("/release")
    String release(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String note,
            Principal person,
            Model model,
            HttpServletResponse answer,
            RedirectAttributes next) {
        return act(
                () -> desk.release(person.getName(), number, note),
                "停止をやめました。",
                new Typed("release", number, "", note, "", false, List.of()),
                person,
                model,
                answer,
                next);
    }

    @PostMapping("/request")
    String request(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean unhindered,
            Principal person,
            Model model,
            HttpServletResponse answer,
            RedirectAttributes next) {
        return act(
                () -> desk.request(
                        person.getName(),
                        Numbers.typed(number),
                        one(Ground.class, ground),
                        Wareki.parse(on).orElse(null),
                        note,
                        unhindered),
                "消去の請求を提案しました。課長が承認すると消去します。",
                new Typed("request", number, ground, note, on, unhindered, List.of()),
                person,
                model,
                answer,
                next);
    }

    /** 廃棄証明 as PDF. */
    @GetMapping("/certificates/{id}")
    ResponseEntity<byte[]> certificate(@PathVariable UUID id, Principal person) {
        desk.checked(person.getName());
        Certificate of = certificates
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "この廃棄証明は、見つかりません。"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("disposal-" + of.caseNumber() + ".pdf")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(paper.pdf(of));
    }

    /** What was refused stays picked, with its reason; the rest is done. */
    private String each(
            List<String> picked,
            Consumer<String> act,
            String done,
            java.util.function.Function<List<String>, Typed> typed,
            Principal person,
            Model model,
            HttpServletResponse answer,
            RedirectAttributes next) {
        List<String> refused = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (String one : picked) {
            try {
                act.accept(one);
            } catch (RefusedException refusal) {
                refused.add(one);
                reasons.add(refusal.refusals().get(0).reason());
            }
        }
        if (picked.isEmpty()) {
            reasons.add("一覧から選んでください。");
        }
        int through = picked.size() - refused.size();
        if (reasons.isEmpty()) {
            next.addFlashAttribute("done", through + done);
            return "redirect:" + DisposalEntry.ADDRESS;
        }
        if (through > 0) {
            model.addAttribute("done", through + done);
        }
        answer.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("reasons", reasons.stream().distinct().toList());
        return page(typed.apply(refused), person, model);
    }

    private String act(
            Runnable act,
            String done,
            Typed typed,
            Principal person,
            Model model,
            HttpServletResponse answer,
            RedirectAttributes next) {
        try {
            act.run();
            next.addFlashAttribute("done", done);
            return "redirect:" + DisposalEntry.ADDRESS;
        } catch (RefusedException refusal) {
            answer.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("reasons", List.of(refusal.refusals().get(0).reason()));
            return page(typed, person, model);
        }
    }

    private String page(Typed typed, Principal person, Model model) {
        Set<String> groups = desk.checked(person.getName());
        model.addAttribute("typed", typed);
        model.addAttribute("proposes", DisposalEntry.proposes(groups));
        model.addAttribute("approves", DisposalEntry.approves(groups));
        model.addAttribute("ended", list.ended());
        model.addAttribute("most", DisposalList.MOST);
        model.addAttribute("proposed", lines(Disposal.State.PROPOSED, person.getName()));
        model.addAttribute("approved", lines(Disposal.State.APPROVED, person.getName()));
        model.addAttribute("held", list.held());
        model.addAttribute("holdGrounds", HoldGround.values());
        model.addAttribute("grounds", Ground.ofRequests());
        model.addAttribute("certificates", proofs());
        return "disposal";
    }

    private List<Line> lines(Disposal.State state, String user) {
        return disposals.inState(state).stream()
                .map(of -> new Line(
                        of.id(),
                        of.caseNumber(),
                        of.ground().words(),
                        of.note(),
                        Wareki.formatShort(of.closedOn()),
                        Wareki.formatShort(of.keptUntil()),
                        of.proposedBy().equals(user),
                        members.nameOf(of.proposedBy()),
                        of.approvedBy() == null ? "" : members.nameOf(of.approvedBy()),
                        of.obstacle()))
                .toList();
    }

    private List<Proof> proofs() {
        return certificates.latest(CERTIFICATES).stream()
                .map(of -> new Proof(
                        of.disposalId(),
                        of.caseNumber(),
                        Wareki.formatShort(of.erasedAt()
                                .atZoneSameInstant(WorkingDays.TOKYO)
                                .toLocalDate()),
                        of.ground().words(),
                        of.afterRestore()))
                .toList();
    }

    private static <E extends Enum<E>> E one(Class<E> type, String code) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(code)) {
                return value;
            }
        }
        return null;
    }
}
