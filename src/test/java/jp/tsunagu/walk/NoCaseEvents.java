package jp.tsunagu.walk;

import java.util.List;

/** Nothing can be raised on a case. */
final class NoCaseEvents implements CaseEvents {

    @Override
    public List<String> messages() {
        return List.of();
    }

    @Override
    public Outcome raise(String caseNumber, String message, String user, String key, Worker.Manner manner) {
        throw new IllegalStateException();
    }
}
