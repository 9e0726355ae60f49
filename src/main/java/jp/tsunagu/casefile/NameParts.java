package jp.tsunagu.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The parts of a name by which a person is found without the name being read: every one to four neighbouring signs of what is
 * searched ({@link NameFolding#searched}). A word of up to four signs is one part; of a longer one all its fours must be there.
 */
public final class NameParts {

    private static final int LONGEST = 4;

    /** Stands before the whole kana: people of the same ふりがな have this part in common. */
    private static final String WHOLE = "=";

    private NameParts() {}

    /** What a person is found by; none if nothing is known of their name. */
    static List<String> of(String name, String kana) {
        String searched = NameFolding.searched(name, kana);
        if (searched == null) {
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        for (int length = 1; length <= LONGEST; length++) {
            parts.addAll(windows(searched, length));
        }
        if (kana != null) {
            parts.add(ofKana(kana));
        }
        return parts;
    }

    /** The part that whoever has this kana has. */
    static String ofKana(String kana) {
        return WHOLE + NameFolding.fold(kana);
    }

    /** The parts that a name has in which this folded word stands. */
    public static List<String> of(String word) {
        return windows(word, Math.min(LONGEST, word.codePointCount(0, word.length())));
    }

    private static List<String> windows(String text, int length) {
        int[] signs = text.codePoints().toArray();
        return IntStream.rangeClosed(0, signs.length - length)
                .mapToObj(at -> new String(signs, at, length))
                .distinct()
                .toList();
    }
}
