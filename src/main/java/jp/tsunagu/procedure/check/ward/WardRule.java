package jp.tsunagu.procedure.check.ward;

import jp.tsunagu.procedure.check.Check;

/** One rule of the ward. */
interface WardRule extends Check {

    /** Its name: its findings, its page of explanation and its examples are called alike. */
    String rule();
}
