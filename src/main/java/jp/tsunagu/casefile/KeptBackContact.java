package jp.tsunagu.casefile;

import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.engine.ContactShield;
import jp.tsunagu.form.FormField;
import jp.tsunagu.form.FormSchema;
import org.springframework.stereotype.Component;

/** In a form of a restricted case whatever it marks as {@code contact}, and what else tells a place, is empty until it is opened. */
@Component
class KeptBackContact implements ContactShield {

    private final RestrictedCases restricted;

    KeptBackContact(RestrictedCases restricted) {
        this.restricted = restricted;
    }

    @Override
    public Set<String> keptBack(FormSchema form, String user, String caseNumber) {
        return caseNumber != null && restricted.hidesPlaces(user, caseNumber)
                ? form.walk()
                        .filter(PlacesOfPerson::isKeptBack)
                        .map(FormField::key)
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
