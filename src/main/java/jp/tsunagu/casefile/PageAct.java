package jp.tsunagu.casefile;

import jp.tsunagu.engine.RefusedException;

/**
 * An act by which somebody adds to a case from one of its pages.
 *
 * @param key what the page calls this act: sent twice, it acts once
 */
public record PageAct(String caseNumber, String user, String key) {

    /** Long enough for any UUID, short enough for the column. */
    private static final String KEY = "[A-Za-z0-9-]{8,100}";

    public PageAct {
        if (key == null || !key.matches(KEY)) {
            throw RefusedException.ofAct("送信の形が違います。画面を開き直して、もう一度試してください。");
        }
    }
}
