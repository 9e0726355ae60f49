package jp.tsunagu.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jp.tsunagu.casefile.CaseDocument;

/**
 * A case as the papers need it, read once.
 *
 * @param present what its forms hold at present
 * @param history everything that was sent, the first first
 */
record CaseOnPaper(String number, ObjectNode present, List<CaseDocument> history) {

    /** The present fields, to be changed by whoever prints them. */
    ObjectNode fields() {
        return present.deepCopy();
    }

    /** How many documents the file holds: the version that a paper tells in its foot. */
    int version() {
        return history.isEmpty() ? 0 : history.get(history.size() - 1).caseVersion();
    }
}
