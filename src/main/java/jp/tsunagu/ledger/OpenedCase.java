package jp.tsunagu.ledger;

import java.util.Collections;
import java.util.Set;
import jp.tsunagu.access.Roles;
import jp.tsunagu.casefile.CaseHead;
import jp.tsunagu.casefile.CaseHeads;
import jp.tsunagu.casefile.CaseReaders;
import jp.tsunagu.engine.Members;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who may read the records and papers of a case, and who may add to them. */
@Component
class OpenedCase {

    private final CaseHeads heads;
    private final CaseReaders readers;
    private final Members members;

    OpenedCase(CaseHeads heads, CaseReaders readers, Members members) {
        this.heads = heads;
        this.readers = readers;
        this.members = members;
    }

    /**
     * For somebody of the centre or of the ward's line of decision who may open the case. The welfare office has steps of
     * cases too, and never reads the whole case.
     */
    CaseHead forReading(String caseNumber, String user) {
        if (!isOf(user, Roles.CENTRE) && !isOf(user, Roles.WARD)) {
            throw closed();
        }
        CaseHead head = heads.of(caseNumber).orElseThrow(OpenedCase::closed);
        if (!readers.mayRead(user, caseNumber)) {
            throw closed();
        }
        return head;
    }

    /** 第3号様式 is written by the centre (要領 第7条、第8条); the ward reads it. */
    CaseHead forRecording(String caseNumber, String user) {
        CaseHead head = forReading(caseNumber, user);
        if (!mayRecord(user)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "支援経過記録は、センターの職員が書きます。");
        }
        return head;
    }

    boolean mayRecord(String user) {
        return isOf(user, Roles.CENTRE);
    }

    private boolean isOf(String user, Set<String> groups) {
        return !Collections.disjoint(members.groupsOf(user), groups);
    }

    /** The same answer whether there is such a case or not: that is not everybody's business. */
    private static ResponseStatusException closed() {
        return new ResponseStatusException(HttpStatus.FORBIDDEN, "このケースは、あなたの担当ではありません。");
    }
}
