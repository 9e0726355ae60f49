package jp.tsunagu.document;

import java.util.Map;

/** The papers of the procedure sets: they are published with the diagrams, and a case is printed on those of its own set. */
public interface PaperSets {

    /** The set that new cases begin on. */
    int present();

    /** The set that a case runs on; the present one if nothing of it runs (any more). */
    int ofCase(String caseNumber);

    /** File name without folder → content, of a set; it never changes. */
    Map<String, String> files(int set);
}
