package jp.tsunagu.ledger;

import java.util.Set;
import jp.tsunagu.access.CaseLink;
import jp.tsunagu.access.Roles;
import org.springframework.stereotype.Component;

/** 開示請求 among the pages of a case. */
@Component
class OwnDataLink implements CaseLink {

    private static final int PLACE = 70;

    static boolean isFor(Set<String> groups) {
        return groups.contains(Roles.CHIEF) || groups.contains(Roles.WARD_OFFICER);
    }

    @Override
    public int order() {
        return PLACE;
    }

    @Override
    public String label() {
        return "本人からの開示請求";
    }

    @Override
    public String address(String caseNumber) {
        return "/cases/" + caseNumber + "/own-data";
    }

    @Override
    public boolean offeredTo(Set<String> groups) {
        return isFor(groups);
    }
}
