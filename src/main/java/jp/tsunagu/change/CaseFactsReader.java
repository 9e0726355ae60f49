package jp.tsunagu.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.ConsentState;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.referral.Referrals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the rules about events go by: each fact once, however many events are asked for. */
@Component
class CaseFactsReader {

    private final Cases cases;
    private final CaseInstances instances;
    private final Referrals referrals;

    CaseFactsReader(Cases cases, CaseInstances instances, Referrals referrals) {
        this.cases = cases;
        this.instances = instances;
        this.referrals = referrals;
    }

    /**
     * The facts of a case.
     *
     * @throws IllegalArgumentException if there is none
     */
    @Transactional(readOnly = true)
    public CaseFacts of(String caseNumber) {
        ObjectNode fields = cases.fields(caseNumber);
        return new CaseFacts(
                cases.find(caseNumber),
                instances.underWay(caseNumber),
                fields.path("diedOn").isTextual(),
                fields.path("applied").asBoolean(),
                cases.consent(caseNumber).filter(ConsentState::stands).isPresent(),
                referrals.hasOpenHandover(caseNumber));
    }
}
