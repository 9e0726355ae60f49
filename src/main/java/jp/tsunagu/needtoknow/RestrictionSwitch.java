package jp.tsunagu.needtoknow;

import java.util.List;
import jp.tsunagu.casefile.SamePerson;
import jp.tsunagu.engine.CaseDocuments;
import jp.tsunagu.engine.RarelyChanged;
import jp.tsunagu.engine.RestrictedMark;
import org.springframework.stereotype.Component;

/**
 * What goes with every change of a restriction: no act on the case at the same moment, nothing remembered from before, and no other
 * case of the same person by which they are found.
 */
@Component
class RestrictionSwitch {

    private final CaseDocuments cases;
    private final RarelyChanged known;
    private final RestrictedMark mark;
    private final SamePerson persons;

    RestrictionSwitch(CaseDocuments cases, RarelyChanged known, RestrictedMark mark, SamePerson persons) {
        this.cases = cases;
        this.known = known;
        this.mark = mark;
        this.persons = persons;
    }

    void lock(String caseNumber) {
        cases.lock(caseNumber);
    }

    /** The other cases that count as the same person's (名寄せ), as far as this user may know of them. */
    List<String> othersOfPerson(String user, String caseNumber) {
        return persons.others(user, caseNumber).stream()
                .map(SamePerson.CaseOfPerson::number)
                .toList();
    }

    void changed() {
        known.changed();
    }

    /** The engine's lists leave the case out from now on, or have it again. */
    void turn(String caseNumber, boolean on) {
        mark.set(caseNumber, on);
    }
}
