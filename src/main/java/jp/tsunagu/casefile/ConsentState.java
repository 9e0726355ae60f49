package jp.tsunagu.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * How far the person lets their data be shared.
 *
 * @param answer {@code full}, {@code partial} or {@code none}
 * @param bodies with {@code partial}: the bodies it may be shared with
 * @param items with {@code partial}: what may be shared; null in a consent from before this was asked, which has no such limit
 * @param withdrawnOn from this day on nothing more may be shared; null while it stands
 */
public record ConsentState(
        UUID id, String answer, List<String> bodies, List<String> items, LocalDate givenOn, LocalDate withdrawnOn) {

    /** True if data may go to this kind of body on this day. */
    public boolean covers(String body, LocalDate day) {
        boolean stands = withdrawnOn == null || day.isBefore(withdrawnOn);
        return stands
                && !day.isBefore(givenOn)
                && (answer.equals("full") || (answer.equals("partial") && bodies.contains(body)));
    }

    /** True if this item of the table of disclosures may be shared. */
    public boolean coversItem(String item) {
        return answer.equals("full") || (answer.equals("partial") && (items == null || items.contains(item)));
    }

    /** True while the person lets anything be shared at all. */
    public boolean stands() {
        return withdrawnOn == null && !answer.equals("none");
    }
}
