package jp.tsunagu.needtoknow;

import java.security.Principal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.CaseReaders;
import jp.tsunagu.engine.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 制限ケース: sets it, says who is named, and ends it by two persons. */
@Controller
@RequestMapping("/cases/{caseNumber}/restriction")
class RestrictionPage {

    private final Restrictions restrictions;
    private final RestrictionView view;
    private final CaseReaders readers;
    private final AccessLog log;

    RestrictionPage(Restrictions restrictions, RestrictionView view, CaseReaders readers, AccessLog log) {
        this.restrictions = restrictions;
        this.view = view;
        this.readers = readers;
        this.log = log;
    }

    @GetMapping
    ModelAndView show(@PathVariable String caseNumber, @RequestParam(defaultValue = "") String done, Principal person) {
        ModelAndView page = view.of(caseNumber, person.getName());
        log.record(person.getName(), caseNumber, "閲覧", "restriction");
        return page.addObject("done", done);
    }

    @PostMapping
    ModelAndView set(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") Set<String> named,
            @RequestParam(defaultValue = "") String measureUntil,
            Principal person,
            RedirectAttributes next) {
        return acted(
                caseNumber,
                person,
                next,
                "set",
                Map.of("reason", reason, "note", note, "chosen", named, "measureUntil", measureUntil),
                user -> restrictions.set(user, caseNumber, reason, note, named, day(measureUntil)));
    }

    @PostMapping("/named")
    ModelAndView name(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "false") boolean remove,
            Principal person,
            RedirectAttributes next) {
        return acted(
                caseNumber,
                person,
                next,
                "named",
                Map.of(),
                user -> restrictions.name(user, caseNumber, account, !remove));
    }

    @PostMapping("/measure")
    ModelAndView measure(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "") String measureUntil,
            Principal person,
            RedirectAttributes next) {
        return acted(
                caseNumber,
                person,
                next,
                "measure",
                Map.of("measureUntil", measureUntil),
                user -> restrictions.measure(user, caseNumber, day(measureUntil)));
    }

    @PostMapping("/end-proposal")
    ModelAndView propose(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "") String lookedUpOn,
            @RequestParam(defaultValue = "") String endNote,
            @RequestParam(defaultValue = "false") boolean withdraw,
            Principal person,
            RedirectAttributes next) {
        return acted(
                caseNumber,
                person,
                next,
                withdraw ? "withdrawn" : "proposed",
                Map.of("lookedUpOn", lookedUpOn, "endNote", endNote),
                user -> {
                    if (withdraw) {
                        restrictions.withdrawProposal(user, caseNumber);
                    } else {
                        restrictions.proposeEnd(user, caseNumber, day(lookedUpOn), endNote);
                    }
                });
    }

    @PostMapping("/end")
    ModelAndView end(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Principal person,
            RedirectAttributes next) {
        return acted(caseNumber, person, next, "ended", Map.of(), user -> {
            if (!confirmed) {
                throw RefusedException.ofAct("解除してよいことを確かめて、確認のチェックを入れてください。");
            }
            restrictions.end(user, caseNumber);
        });
    }

    private interface Act {
        void by(String user);
    }

    /** What was typed stays where it is refused. */
    private ModelAndView acted(
            String caseNumber,
            Principal person,
            RedirectAttributes next,
            String done,
            Map<String, Object> typed,
            Act act) {
        String user = person.getName();
        try {
            act.by(user);
        } catch (RefusedException refusal) {
            ModelAndView again = view.of(caseNumber, user);
            again.setStatus(HttpStatus.BAD_REQUEST);
            again.addAllObjects(typed);
            return again.addObject("error", PageInput.reason(refusal));
        }
        if (readers.mayRead(user, caseNumber)) {
            return new ModelAndView("redirect:/cases/" + caseNumber + "/restriction?done=" + done);
        }
        next.addFlashAttribute("done", "終わりました。あなたの担当ではないケースなので、ここからは開けません。");
        return new ModelAndView("redirect:/cases");
    }

    private static LocalDate day(String typed) {
        return typed.isBlank()
                ? null
                : Wareki.parse(typed).orElseThrow(() -> RefusedException.ofAct("日付を読み取れません。R8.9.18 のように入力してください。"));
    }
}
