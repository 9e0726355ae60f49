package jp.tsunagu.procedure.check.ward;

import jp.tsunagu.procedure.check.Finding;

/** Findings in texts: their element is the number of the line. */
final class Lines {

    private Lines() {}

    static Finding error(String rule, String file, int line, String message) {
        return Finding.error(rule, file, String.valueOf(line), line + "行目：" + message);
    }
}
