package jp.tsunagu.access.account;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A password to hand over on paper: none of two letters or digits that look alike in somebody's hand, in groups of four (73 bits). */
final class FirstPassword {

    private static final String LETTERS = "abcdefhkmnpqrstuwxyz3478";
    private static final int GROUPS = 4;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private FirstPassword() {}

    static String make() {
        return IntStream.range(0, GROUPS).mapToObj(group -> group()).collect(Collectors.joining("-"));
    }

    private static String group() {
        return RANDOM.ints(GROUP, 0, LETTERS.length())
                .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                .collect(Collectors.joining());
    }
}
