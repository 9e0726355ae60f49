package jp.tsunagu.needtoknow;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.form.Refusal;

/** What was typed on these pages, as it can be kept. */
final class PageInput {

    private static final int LONGEST = 1000;

    /** What the database cannot keep. */
    private static final String UNSTORABLE = "[\\u0000\\p{Cs}]";

    private static final String CASE_NUMBER = "[A-Z]+\\d{1,2}-\\d{5}";

    private PageInput() {}

    static String reason(RefusedException refused) {
        return refused.refusals().stream().map(Refusal::reason).collect(Collectors.joining(" "));
    }

    /**
     * A note that must be given.
     *
     * @throws RefusedException if there is none, or it is too long
     */
    static String note(String typed, String asked) {
        String note = typed.strip().replaceAll(UNSTORABLE, "\uFFFD");
        if (note.isEmpty() || note.length() > LONGEST) {
            throw RefusedException.ofAct(asked + "を、" + LONGEST + "字までで書いてください。");
        }
        return note;
    }

    /**
     * A case number as somebody types it: full width, small letters, spaces.
     *
     * @throws RefusedException if it is none; a name opens nothing
     */
    static String caseNumber(String typed) {
        String number =
                Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        if (!number.matches(CASE_NUMBER)) {
            throw RefusedException.ofAct("ケース番号を入力してください（例：R8-00042）。氏名では開けません。");
        }
        return number;
    }
}
