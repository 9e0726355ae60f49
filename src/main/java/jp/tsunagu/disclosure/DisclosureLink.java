package jp.tsunagu.disclosure;

import java.util.Set;
import jp.tsunagu.access.CaseLink;
import jp.tsunagu.access.Roles;
import org.springframework.stereotype.Component;

/** The record of disclosures among the pages of a case. */
@Component
class DisclosureLink implements CaseLink {

    private static final int PLACE = 60;

    @Override
    public int order() {
        return PLACE;
    }

    @Override
    public String label() {
        return "情報の提供の記録";
    }

    @Override
    public String address(String caseNumber) {
        return "/cases/" + caseNumber + "/disclosures";
    }

    @Override
    public boolean offeredTo(Set<String> groups) {
        return groups.stream().anyMatch(Roles.CENTRE::contains);
    }
}
