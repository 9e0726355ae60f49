package jp.tsunagu.form;

import java.util.function.IntPredicate;

/** Characters of which a person sees nothing: spaces of every width, also of none (they come along when text is pasted). */
final class Blanks {

    private static final IntPredicate BLANK =
            c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;

    private Blanks() {}

    static boolean only(String text) {
        return text.codePoints().allMatch(BLANK);
    }

    /** How many characters there are from the first to the last one that is seen, as the browser counts for a minimum. */
    static int lengthWithin(String text) {
        int[] characters = text.codePoints().toArray();
        int from = 0;
        int to = characters.length;
        while (from < to && BLANK.test(characters[from])) {
            from++;
        }
        while (to > from && BLANK.test(characters[to - 1])) {
            to--;
        }
        return to - from;
    }
}
