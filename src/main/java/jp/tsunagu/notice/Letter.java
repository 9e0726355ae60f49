package jp.tsunagu.notice;

import java.util.Optional;
import jp.tsunagu.engine.OpenSteps.OpenStep;

/**
 * A letter that somebody does something with.
 *
 * @param step the open step of the process that sends it; empty if there is none, or no more
 */
record Letter(Notice notice, String caseNumber, Optional<OpenStep> step) {

    NoticeKind kind() {
        return notice.kind();
    }
}
