package jp.tsunagu.ledger;

import java.util.Collections;
import java.util.Set;
import jp.tsunagu.access.Roles;
import org.camunda.bpm.engine.AuthorizationException;

/**
 * Whoever looks into the ledger: 主任 sees every case, everybody else at the centre and in the ward's line of decision the
 * cases that are theirs or of which they have a step in hand, as when they open one (CaseAccess). A corporation's other staff,
 * the welfare office, statistics and audit see none: they have no business with a list of persons.
 *
 * @param wholeOffice whether every case of the office is theirs to see
 * @param receives whether they receive people who come for the first time
 */
record LedgerReader(String user, boolean wholeOffice, boolean receives) {

    private static final String NOT_YOURS = "支援台帳は、担当するケースのある人（相談支援員、主任相談支援員、就労・家計改善・アウトリーチ支援員、区の担当・係長・課長）が使うページです。"
            + "あなたの役割では開けません。ケースについて知りたいことがあるときは、センターの主任相談支援員に尋ねてください。";

    private static final Set<String> RECEIVING =
            Set.of(Roles.CONSULTATION_SUPPORTER, Roles.CHIEF, Roles.OUTREACH_SUPPORTER);

    static boolean offeredTo(Set<String> groups) {
        return !Collections.disjoint(groups, Roles.CENTRE) || !Collections.disjoint(groups, Roles.WARD);
    }

    static LedgerReader of(String user, Set<String> groups) {
        if (!offeredTo(groups)) {
            throw new AuthorizationException(NOT_YOURS);
        }
        return new LedgerReader(user, groups.contains(Roles.CHIEF), !Collections.disjoint(groups, RECEIVING));
    }
}
