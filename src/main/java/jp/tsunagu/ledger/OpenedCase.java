package jp.tsunagu.ledger;

import java.util.Collections;
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

    /** For somebody who may open the case. */
    CaseHead forReading(String caseNumber, String user) {
        if (!readers.mayRead(user, caseNumber)) {
            // the same answer whether there is such a case or not: that is not everybody's business
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "このケースは、あなたの担当ではありません。");
        }
        return heads.of(caseNumber).orElseThrow();
    }

    /** 第3号様式 is written by the centre (要領 第7条、第8条); the ward reads it. */
    CaseHead forRecording(String caseNumber, String user) {
        CaseHead head = forWriting(caseNumber, user);
        if (!isOfCentre(user)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "支援経過記録は、センターの職員が書きます。");
        }
        return head;
    }

    /** For somebody who works on the case: a reason for reading opens nothing for writing. */
    CaseHead forWriting(String caseNumber, String user) {
        CaseHead head = forReading(caseNumber, user);
        if (!mayWrite(caseNumber, user)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "このケースは、読むことだけができます。書き込むのは、担当の人と主任です。");
        }
        return head;
    }

    boolean mayWrite(String caseNumber, String user) {
        return readers.mayWrite(user, caseNumber);
    }

    boolean mayRecord(String caseNumber, String user) {
        return isOfCentre(user) && mayWrite(caseNumber, user);
    }

    private boolean isOfCentre(String user) {
        return !Collections.disjoint(members.groupsOf(user), Roles.CENTRE);
    }
}
