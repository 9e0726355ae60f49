package jp.tsunagu.ledger;

import java.util.Collections;
import java.util.Set;
import jp.tsunagu.access.CaseLink;
import jp.tsunagu.access.Roles;
import org.springframework.stereotype.Component;

/** The signed papers of a case, from its page. */
@Component
class AttachmentLink implements CaseLink {

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String label() {
        return "署名のある書類";
    }

    @Override
    public String address(String caseNumber) {
        return "/cases/" + caseNumber + "/attachments";
    }

    @Override
    public boolean offeredTo(Set<String> groups) {
        return !Collections.disjoint(groups, Roles.CENTRE) || !Collections.disjoint(groups, Roles.WARD);
    }
}
