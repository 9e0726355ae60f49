package jp.tsunagu.access;

import java.util.Collection;

/** May this person open this case? By work, not by employer: a colleague of the same corporation sees nothing. */
public final class CaseAccess {

    private CaseAccess() {}

    /**
     * @param groups the person's groups
     * @param isCaseWorker true if the case is theirs in any role
     * @param hasTask true if they have an open task of the case
     */
    public static boolean mayOpen(Collection<String> groups, boolean isCaseWorker, boolean hasTask) {
        return hasTask || isCaseWorker || groups.contains(Roles.CHIEF);
    }
}
