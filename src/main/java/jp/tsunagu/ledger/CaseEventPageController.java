package jp.tsunagu.ledger;

import java.security.Principal;
import java.time.Clock;
import java.util.UUID;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.ledger.Offers.Event;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page on which something that happened to a person is reported. Anybody at the centre may report; what the case file
 * holds, and even the name, is shown to those only who may open it.
 */
@Controller
class CaseEventPageController {

    private final CaseGate gate;
    private final Offers offers;
    private final EventTexts texts;
    private final Standing standing;
    private final Reported reported;
    private final RestrictedCases restricted;
    private final Clock clock;

    CaseEventPageController(
            CaseGate gate,
            Offers offers,
            EventTexts texts,
            Standing standing,
            Reported reported,
            RestrictedCases restricted,
            Clock clock) {
        this.gate = gate;
        this.offers = offers;
        this.texts = texts;
        this.standing = standing;
        this.reported = reported;
        this.restricted = restricted;
        this.clock = clock;
    }

    /**
     * The page of a report.
     *
     * @param done true for somebody who has just made it and may not open the case itself
     */
    @GetMapping("/cases/{caseNumber}/events/{message}")
    @Transactional
    public String page(
            @PathVariable String caseNumber,
            @PathVariable String message,
            @RequestParam(defaultValue = "false") boolean done,
            Principal person,
            Model model) {
        String user = person.getName();
        Event event = offers.event(user, caseNumber, message);
        if (event == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "この出来事の記録の画面はありません。");
        }
        model.addAttribute("number", caseNumber);
        model.addAttribute("event", event);
        boolean reader = gate.mayRead(user, caseNumber);
        model.addAttribute("reader", reader);
        if (reader) {
            // so that nothing is reported of the wrong person
            model.addAttribute(
                    "name", gate.open(user, caseNumber, "閲覧", message).name());
        }
        boolean hidden = restricted.isHiddenFrom(user, caseNumber);
        if (event.reason() != null && (hidden || !done)) {
            throw RefusedException.ofAct(event.reason());
        }
        if (done && offers.mayReport(user)) {
            // who may not know of the case learns that somebody has it now, and neither who nor where it stands
            model.addAttribute("done", hidden ? reported.only(message) : told(user, caseNumber, message));
            return "case-event-done";
        }
        model.addAttribute("consequence", texts.consequence(message));
        model.addAttribute("confirmation", texts.confirmation(message));
        model.addAttribute("key", UUID.randomUUID().toString());
        return "case-event";
    }

    private String told(String user, String caseNumber, String message) {
        return reported.of(message, standing.of(user, caseNumber, clock.instant()))
                .orElseThrow();
    }
}
