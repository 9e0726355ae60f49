package jp.tsunagu.needtoknow;

import jp.tsunagu.engine.CaseDocuments;
import jp.tsunagu.engine.RarelyChanged;
import jp.tsunagu.engine.RestrictedMark;
import org.springframework.stereotype.Component;

/** What goes with every change of a restriction: no act on the case at the same moment, and nothing remembered from before. */
@Component
class RestrictionSwitch {

    private final CaseDocuments cases;
    private final RarelyChanged known;
    private final RestrictedMark mark;

    RestrictionSwitch(CaseDocuments cases, RarelyChanged known, RestrictedMark mark) {
        this.cases = cases;
        this.known = known;
        this.mark = mark;
    }

    void lock(String caseNumber) {
        cases.lock(caseNumber);
    }

    void changed() {
        known.changed();
    }

    /** The engine's lists leave the case out from now on, or have it again. */
    void turn(String caseNumber, boolean on) {
        mark.set(caseNumber, on);
    }
}
