package jp.tsunagu.ledger;

import java.util.List;

/**
 * A case in the ledger as a page shows it, in Japanese and ready to print.
 *
 * @param name （匿名） if the person did not tell it
 * @param born with the age; empty if not known
 * @param restricted whether where they are must be kept back (連絡先の秘匿)
 * @param worker who has the case
 * @param step what is to be done next, and who has it in hand
 * @param when until when or on which day; empty if nothing is set
 * @param urgency how near that is
 * @param contact the last contact, and how long ago
 * @param unconfirmed つなぎ whose receipt nobody confirmed
 * @param details every other column of the ledger
 */
record CaseRow(
        String number,
        String name,
        String kana,
        String born,
        boolean restricted,
        String status,
        String worker,
        String step,
        String when,
        Urgency urgency,
        String contact,
        String consent,
        int unconfirmed,
        List<Detail> details) {

    /** How near something is, never by colour alone. */
    enum Urgency {
        LATE("期限超過", "badge--error"),
        PASSED("予定日を過ぎました", "badge--warning"),
        TODAY("今日", "badge--warning"),
        LATER("", ""),
        NONE("予定なし", "badge--warning");

        private final String label;
        private final String look;

        Urgency(String label, String look) {
            this.label = label;
            this.look = look;
        }

        public String label() {
            return label;
        }

        public String look() {
            return look;
        }
    }

    /** A column of the ledger. */
    record Detail(String label, String value) {}
}
