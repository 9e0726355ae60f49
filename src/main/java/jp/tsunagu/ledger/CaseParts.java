package jp.tsunagu.ledger;

import java.util.Optional;
import jp.tsunagu.casefile.CaseSheet.Head;
import jp.tsunagu.ledger.FormVersions.Reading;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The parts of a case's page below its head. */
@Component
class CaseParts {

    private final Timeline timeline;
    private final FormVersions forms;
    private final ReferralRows referrals;
    private final Offers offers;

    CaseParts(Timeline timeline, FormVersions forms, ReferralRows referrals, Offers offers) {
        this.timeline = timeline;
        this.forms = forms;
        this.referrals = referrals;
        this.offers = offers;
    }

    void fill(Model model, Head head, String user, Optional<TimelineKind> kind, int page) {
        model.addAttribute("timeline", timeline.page(head, kind, page));
        model.addAttribute("forms", forms.of(head));
        model.addAttribute("referrals", referrals.of(head.id()));
        model.addAttribute("events", offers.events(user, head.number()));
        model.addAttribute("papers", offers.papers());
        model.addAttribute("links", offers.links(user, head.number()));
    }

    Optional<Reading> read(Head head, String form, Integer version) {
        return forms.read(head, form, Optional.ofNullable(version));
    }
}
