package jp.tsunagu.walk;

/**
 * Something that must never be.
 *
 * @param id of the invariant, e.g. I-06
 * @param clause what it says
 * @param caseNumber the case in which it is broken
 * @param finding what was found, without personal data
 */
record Violation(String id, String clause, String caseNumber, String finding) {

    @Override
    public String toString() {
        return "%s %s — %s: %s".formatted(id, clause, caseNumber, finding);
    }
}
