package jp.tsunagu.needtoknow;

import java.security.Principal;
import jp.tsunagu.casefile.CaseReaders;
import jp.tsunagu.engine.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** 連絡先を開く: the page on which a named person says why they need the address of a restricted case. */
@Controller
@RequestMapping("/cases/{caseNumber}/unlock")
class UnlockPage {

    private final Unlocks unlocks;
    private final CaseReaders readers;

    UnlockPage(Unlocks unlocks, CaseReaders readers) {
        this.unlocks = unlocks;
        this.readers = readers;
    }

    @GetMapping
    ModelAndView show(@PathVariable String caseNumber, Principal person) {
        return page(caseNumber, person);
    }

    @PostMapping
    ModelAndView unlock(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note,
            Principal person) {
        try {
            unlocks.unlock(person.getName(), caseNumber, reason, note);
            return new ModelAndView("redirect:/cases/" + caseNumber + "/unlock");
        } catch (RefusedException refusal) {
            ModelAndView again = page(caseNumber, person);
            again.setStatus(HttpStatus.BAD_REQUEST);
            return again.addObject("error", PageInput.reason(refusal))
                    .addObject("reason", reason)
                    .addObject("note", note);
        }
    }

    private ModelAndView page(String caseNumber, Principal person) {
        if (!readers.mayRead(person.getName(), caseNumber)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "このケースは、あなたの担当ではありません。");
        }
        unlocks.check(person.getName(), caseNumber);
        return new ModelAndView("need-to-know/unlock")
                .addObject("caseNumber", caseNumber)
                .addObject("reasons", UnlockReason.values())
                .addObject("minutes", unlocks.minutes())
                .addObject(
                        "openUntil",
                        unlocks.openUntil(person.getName(), caseNumber)
                                .map(ViewingPage::moment)
                                .orElse(null));
    }
}
