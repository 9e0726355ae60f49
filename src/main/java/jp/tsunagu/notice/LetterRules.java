package jp.tsunagu.notice;

import java.util.Optional;
import jp.tsunagu.casefile.Whereabouts;
import org.springframework.stereotype.Component;

/** How a letter may be brought to the person: the same for the form of the step and for the page of letters. */
@Component
public class LetterRules {

    private final Whereabouts whereabouts;

    LetterRules(Whereabouts whereabouts) {
        this.whereabouts = whereabouts;
    }

    /** Why a letter cannot reach the person of a case in this manner, in Japanese; empty if it can. */
    public Optional<String> refuse(String caseNumber, String manner) {
        return Manner.of(manner).flatMap(known -> known.refuse(whereabouts.of(caseNumber)));
    }
}
