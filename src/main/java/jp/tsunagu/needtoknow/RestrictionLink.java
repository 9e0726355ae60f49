package jp.tsunagu.needtoknow;

import java.util.Set;
import jp.tsunagu.access.CaseLink;
import org.springframework.stereotype.Component;

/** 制限ケース among the links of a case. */
@Component
class RestrictionLink implements CaseLink {

    @Override
    public int order() {
        return 820;
    }

    @Override
    public String label() {
        return "制限ケース";
    }

    @Override
    public String address(String caseNumber) {
        return "/cases/" + caseNumber + "/restriction";
    }

    @Override
    public boolean offeredTo(Set<String> groups) {
        return Restrictions.maySet(groups);
    }
}
