package jp.tsunagu.oversight;

import java.util.Collections;
import java.util.Set;
import jp.tsunagu.access.Roles;
import org.camunda.bpm.engine.AuthorizationException;

/**
 * Whoever looks at where cases are stuck. 主任 and the ward's line see which cases and may act on them; statistics and the
 * administrators see how many, and nothing by which somebody could be recognised. Nobody else has business here.
 */
public record Overseer(String user, Set<String> groups) {

    private static final Set<String> NUMBERS_ONLY =
            Set.of(Roles.STATISTICS_OFFICER, Roles.SYSTEM_ADMINISTRATOR, Roles.PROCEDURE_ADMINISTRATOR);

    private static final String NOT_YOURS =
            "「滞留の状況」は、主任相談支援員、区の担当・係長・課長、統計担当、管理者が使うページです。自分のタスクの期限は、タスク一覧と支援台帳で確かめられます。";

    private static final String NUMBERS = "ケースごとの一覧は、主任相談支援員と、区の担当・係長・課長が使います。あなたの役割では、件数の図だけを見られます。";

    static boolean offeredTo(Set<String> groups) {
        return seesCases(groups) || !Collections.disjoint(groups, NUMBERS_ONLY);
    }

    /** Of the figures. */
    static Overseer of(String user, Set<String> groups) {
        if (!offeredTo(groups)) {
            throw new AuthorizationException(NOT_YOURS);
        }
        return new Overseer(user, groups);
    }

    /** Of the cases behind them. */
    public static Overseer ofCases(String user, Set<String> groups) {
        Overseer overseer = of(user, groups);
        if (!overseer.seesCases()) {
            throw new AuthorizationException(NUMBERS);
        }
        return overseer;
    }

    boolean seesCases() {
        return seesCases(groups);
    }

    private static boolean seesCases(Set<String> groups) {
        return groups.contains(Roles.CHIEF) || !Collections.disjoint(groups, Roles.WARD);
    }
}
