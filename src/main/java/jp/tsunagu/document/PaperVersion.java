package jp.tsunagu.document;

import java.time.LocalDate;

/**
 * One paper of its kind in a case: the second つなぎ票, the plan's third version.
 *
 * @param id names it in an address; identifies nobody
 * @param label in Japanese, for whoever chooses
 * @param on the day of the act; null for the case as it stands
 */
public record PaperVersion(String id, String label, LocalDate on) {

    static final String PRESENT = "present";

    static PaperVersion present() {
        return new PaperVersion(PRESENT, "現在の内容", null);
    }
}
