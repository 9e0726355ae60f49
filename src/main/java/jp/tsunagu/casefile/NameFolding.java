package jp.tsunagu.casefile;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * Brings a name and its kana into the one form they are searched by: a person is found however the name was heard, typed or
 * printed. 髙橋 and 高橋, ｻﾄｳ, サトウ and さとう, きょうこ and きようこ, Nguyễn and NGUYEN are each the same. Folded text has
 * letters and digits only, so that nothing typed can ever be a wildcard.
 */
public final class NameFolding {

    /** Changes with the rules below or the table: what was folded by others is folded anew at the next start. */
    static final int RULES = 31 * NameVariants.CONTENT + 3;

    /** Stands before the name and before the kana in what is searched: a part that begins with it is a beginning. */
    public static final String BEGINNING = "^";

    private static final String SMALL = "ぁぃぅぇぉっゃゅょゎゕゖゐゑをぢづ";
    private static final String LARGE = "あいうえおつやゆよわかけいえおじず";
    private static final int KATAKANA_TO_HIRAGANA = 'ァ' - 'ぁ';

    private NameFolding() {}

    /** The form in which a text is compared; empty if there is neither letter nor digit in it. */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(text, Form.NFKC)
                .codePoints()
                .map(NameVariants::usual)
                .forEach(sign -> append(folded, sign));
        // what stood between two signs may have kept them from being one (Hangul)
        return Normalizer.normalize(folded, Form.NFC);
    }

    /** What a person is searched by; null if nothing is known of their name. */
    static String searched(String name, String kana) {
        return name == null && kana == null ? null : BEGINNING + folded(name) + BEGINNING + folded(kana);
    }

    private static String folded(String text) {
        return text == null ? "" : fold(text);
    }

    private static void append(StringBuilder folded, int sign) {
        switch (sign) {
            case '々', '〻', 'ゝ', 'ヽ' -> repeat(folded, "");
            case 'ゞ', 'ヾ' -> repeat(folded, "\u3099");
            default -> {
                // leaves out blanks, ・ and - between the parts of a name, and the selectors of a character's shape
                if (Character.isLetterOrDigit(sign)) {
                    folded.append(letter(sign));
                }
            }
        }
    }

    /** 佐々木 is 佐佐木, みすゞ is みすず. */
    private static void repeat(StringBuilder folded, String voiced) {
        if (!folded.isEmpty()) {
            String last = Character.toString(folded.codePointBefore(folded.length()));
            folded.append(letter(Normalizer.normalize(last + voiced, Form.NFC).codePointAt(0)));
        }
    }

    private static String letter(int sign) {
        if (UnicodeScript.of(sign) == UnicodeScript.LATIN) {
            return Normalizer.normalize(Character.toString(sign), Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .toLowerCase(java.util.Locale.ROOT);
        }
        int kana = sign >= 'ァ' && sign <= 'ヶ' ? sign - KATAKANA_TO_HIRAGANA : sign;
        int small = SMALL.indexOf(kana);
        return Character.toString(small >= 0 ? LARGE.charAt(small) : kana);
    }
}
