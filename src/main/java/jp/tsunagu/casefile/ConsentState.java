package jp.tsunagu.casefile;

import java.time.LocalDate;
import java.util.List;

/**
 * How far the person lets their data be shared.
 *
 * @param answer {@code full}, {@code partial} or {@code none}
 * @param bodies with {@code partial}: the bodies it may be shared with
 * @param withdrawnOn from this day on nothing more may be shared; null while it stands
 */
public record ConsentState(String answer, List<String> bodies, LocalDate givenOn, LocalDate withdrawnOn) {

    /** True if data may go to this kind of body on this day. */
    public boolean covers(String body, LocalDate day) {
        boolean stands = withdrawnOn == null || day.isBefore(withdrawnOn);
        return stands
                && !day.isBefore(givenOn)
                && (answer.equals("full") || (answer.equals("partial") && bodies.contains(body)));
    }

    /** True while the person lets anything be shared at all. */
    public boolean stands() {
        return withdrawnOn == null && !answer.equals("none");
    }
}
