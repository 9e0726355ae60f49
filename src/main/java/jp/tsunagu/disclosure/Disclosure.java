package jp.tsunagu.disclosure;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody outside is told something of a case.
 *
 * @param body the kind of receiver
 * @param receiver the office or person, in words
 * @param ground {@code consent}, {@code thisHandover} or a ground of the table
 * @param step the step of the procedure in which it happens, or null
 * @param paper the paper that is handed over, or null
 * @param conference the meeting whose paper it is, or null
 */
public record Disclosure(
        String caseNumber,
        LocalDate on,
        String body,
        String receiver,
        Set<String> items,
        String ground,
        String purpose,
        String step,
        String paper,
        UUID conference,
        String by) {

    /** A paper for a member of a meeting, on the consent that the person gave. */
    public static Disclosure ofConference(
            String caseNumber, LocalDate on, Member to, Set<String> items, String paper, String by) {
        return new Disclosure(
                caseNumber,
                on,
                to.body(),
                to.name(),
                items,
                Ground.CONSENT,
                "支援調整会議の資料",
                null,
                paper,
                to.conference(),
                by);
    }

    /** The copy of a decided plan for a body that provides a part of it, on the consent that the person gave. */
    public static Disclosure ofPlan(
            String caseNumber, LocalDate on, String provider, Set<String> items, String paper, String by) {
        return new Disclosure(
                caseNumber,
                on,
                "provider",
                provider,
                items,
                Ground.CONSENT,
                "決定したプランの写し",
                "deliverPlan",
                paper,
                null,
                by);
    }

    /** A member of a meeting, as it stands in the record. */
    public record Member(UUID conference, String body, String name) {}
}
