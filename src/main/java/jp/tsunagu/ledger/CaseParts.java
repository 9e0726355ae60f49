package jp.tsunagu.ledger;

import java.util.Optional;
import jp.tsunagu.casefile.CaseSheet.Head;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.casefile.SamePerson;
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
    private final SamePerson persons;
    private final RestrictedCases restricted;

    CaseParts(
            Timeline timeline,
            FormVersions forms,
            ReferralRows referrals,
            Offers offers,
            SamePerson persons,
            RestrictedCases restricted) {
        this.timeline = timeline;
        this.forms = forms;
        this.referrals = referrals;
        this.offers = offers;
        this.persons = persons;
        this.restricted = restricted;
    }

    void fill(Model model, Head head, String user, Optional<TimelineKind> kind, int page) {
        model.addAttribute("timeline", timeline.page(head, kind, page));
        model.addAttribute("forms", forms.of(head));
        model.addAttribute("referrals", referrals.of(head));
        model.addAttribute("events", offers.events(user, head.number()));
        model.addAttribute("papers", offers.papers(head.number()));
        model.addAttribute(
                "otherCases",
                persons.others(user, head.number()).stream()
                        .map(SamePerson.CaseOfPerson::number)
                        .toList());
        model.addAttribute("contactOpen", !restricted.hidesPlaces(user, head.number()));
        model.addAttribute("links", offers.links(user, head.number()));
    }

    Optional<Reading> read(Head head, String form, Integer version, String user) {
        return forms.read(head, form, Optional.ofNullable(version), user);
    }
}
