package jp.tsunagu.ledger;

import java.util.Collections;
import java.util.Set;
import jp.tsunagu.access.CaseLink;
import jp.tsunagu.access.Roles;
import org.springframework.stereotype.Component;

/** 第3号様式 of a case, from its page. */
@Component
class RecordLink implements CaseLink {

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String label() {
        return "支援経過記録";
    }

    @Override
    public String address(String caseNumber) {
        return "/cases/" + caseNumber + "/records";
    }

    @Override
    public boolean offeredTo(Set<String> groups) {
        return !Collections.disjoint(groups, Roles.CENTRE) || !Collections.disjoint(groups, Roles.WARD);
    }
}
