package jp.tsunagu.notice;

import java.util.Optional;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.casefile.Whereabouts;
import jp.tsunagu.disclosure.Disclosures;
import org.springframework.stereotype.Component;

/**
 * How a letter may be brought to the person, the same for the form of the step and for the page of letters; and whether one to a body
 * outside may still go out.
 */
@Component
public class LetterRules {

    private static final String PROVIDER = "provider";
    private static final String PLAN = "plan";
    private static final String STOPPED = "本人の同意がないため、この機関には送れません（取り下げられたか、同意の範囲の外か、ケースが終わっています）。印刷した写しがあれば、渡さないでください。";

    private final Whereabouts whereabouts;
    private final Disclosures disclosures;
    private final WorkingDays workingDays;

    LetterRules(Whereabouts whereabouts, Disclosures disclosures, WorkingDays workingDays) {
        this.whereabouts = whereabouts;
        this.disclosures = disclosures;
        this.workingDays = workingDays;
    }

    /**
     * Why a copy of the plan that waits for a body outside stays in the house; empty if it may go. A withdrawal stops also what
     * had been written before (要領 第9条第2号, I-03).
     */
    Optional<String> stopsForBody(String caseNumber) {
        boolean may = disclosures
                .scope(caseNumber, PROVIDER, workingDays.today())
                .items()
                .contains(PLAN);
        return may ? Optional.empty() : Optional.of(STOPPED);
    }

    /** Why a letter cannot reach the person of a case in this manner, in Japanese; empty if it can. */
    public Optional<String> refuse(String caseNumber, String manner) {
        return Manner.of(manner).flatMap(known -> known.refuse(whereabouts.of(caseNumber)));
    }
}
