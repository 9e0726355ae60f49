package jp.tsunagu.ledger;

import jp.tsunagu.access.AccessLog;
import jp.tsunagu.casefile.CaseReaders;
import jp.tsunagu.casefile.CaseSheet;
import jp.tsunagu.casefile.CaseSheet.Head;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Nobody opens a case here who may not read it, and each opening is in the access record (要領 第12条). */
@Component
class CaseGate {

    private final CaseSheet sheet;
    private final CaseReaders readers;
    private final AccessLog log;

    CaseGate(CaseSheet sheet, CaseReaders readers, AccessLog log) {
        this.sheet = sheet;
        this.readers = readers;
        this.log = log;
    }

    /**
     * Opens a case and notes it, in the transaction of the caller.
     *
     * @param action what is done, a fixed Japanese word
     * @param what the part that is read: a form, a page; nothing of the person
     */
    Head open(String user, String caseNumber, String action, String what) {
        return open(user, caseNumber, action, what, null);
    }

    /**
     * The same with a reason.
     *
     * @param reason a fixed word, never what somebody typed
     */
    Head open(String user, String caseNumber, String action, String what, String reason) {
        check(user, caseNumber);
        Head head = sheet.head(caseNumber).orElseThrow(CaseGate::forbidden);
        log.record(user, caseNumber, action, what, reason);
        return head;
    }

    /** Refuses whoever may not read the case; what they ask for then says nothing of the person. */
    void check(String user, String caseNumber) {
        if (!readers.mayRead(user, caseNumber)) {
            throw forbidden();
        }
    }

    /** The same for what takes more than a reason that somebody told. */
    void checkForWork(String user, String caseNumber) {
        if (!readers.mayReadForWork(user, caseNumber)) {
            throw forbidden();
        }
    }

    boolean mayRead(String user, String caseNumber) {
        return readers.mayRead(user, caseNumber);
    }

    boolean mayWrite(String user, String caseNumber) {
        return readers.mayWrite(user, caseNumber);
    }

    /** The same answer for both: whether there is such a case is not everybody's business. */
    private static ResponseStatusException forbidden() {
        return new ResponseStatusException(
                HttpStatus.FORBIDDEN, "このケースは、あなたの担当ではありません。見る必要があるときは、メニューの「理由を述べて閲覧」を使うか、主任に相談してください。");
    }
}
