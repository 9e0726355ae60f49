package jp.tsunagu.ledger;

import java.security.Principal;
import java.time.Clock;
import java.util.Optional;
import jp.tsunagu.casefile.CaseSheet.Head;
import jp.tsunagu.ledger.Standing.Whole;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** ケース: the page of one case, and each of its forms in all versions. */
@Controller
class CasePageController {

    private static final int LAST_PAGE = 200;

    private final CaseGate gate;
    private final CasePageHead heads;
    private final Standing standing;
    private final CaseParts parts;
    private final Reported reported;
    private final Clock clock;

    CasePageController(
            CaseGate gate, CasePageHead heads, Standing standing, CaseParts parts, Reported reported, Clock clock) {
        this.gate = gate;
        this.heads = heads;
        this.standing = standing;
        this.parts = parts;
        this.reported = reported;
        this.clock = clock;
    }

    /**
     * The page of a case.
     *
     * @param kind what of the timeline is shown; everything if there is no such kind
     * @param page of the timeline, from 0
     * @param done the report that whoever opens the page has just made
     */
    @GetMapping("/cases/{caseNumber}")
    @Transactional
    public String page(
            @PathVariable String caseNumber,
            @RequestParam(required = false) String kind,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(required = false) String done,
            Principal person,
            Model model) {
        String user = person.getName();
        Head head = gate.open(user, caseNumber, "閲覧", "case");
        Whole whole = standing.of(user, caseNumber, clock.instant());
        model.addAttribute("head", heads.of(head));
        model.addAttribute("standing", whole);
        model.addAttribute("readOnly", !gate.mayWrite(user, caseNumber));
        model.addAttribute("done", reported.of(done, whole).orElse(null));
        Optional<TimelineKind> chosen = Optional.ofNullable(kind).flatMap(TimelineKind::of);
        model.addAttribute("kinds", TimelineKind.values());
        model.addAttribute("kind", chosen.orElse(null));
        parts.fill(model, head, user, chosen, Math.min(Math.max(page, 0), LAST_PAGE));
        return "case";
    }

    /** One form: the version that is asked for, or the latest, and what changed since the one before. */
    @GetMapping("/cases/{caseNumber}/forms/{form}")
    @Transactional
    public String form(
            @PathVariable String caseNumber,
            @PathVariable String form,
            @RequestParam(required = false) Integer version,
            Principal person,
            Model model) {
        Head head = gate.open(person.getName(), caseNumber, "閲覧", "form");
        model.addAttribute("head", heads.of(head));
        model.addAttribute(
                "reading",
                parts.read(head, form, version, person.getName())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "この様式の記録はありません。")));
        model.addAttribute("form", form);
        return "case-form";
    }
}
