package jp.tsunagu.procedure.scenario;

import java.util.Arrays;
import java.util.Optional;

/**
 * One thing that must be so.
 *
 * @param id of the element, process, building block or variable it is about; empty for {@link Kind#NOTHING_ELSE}
 * @param value who, which end, how often, which value; null if it does not matter
 * @param due until when; null if it does not matter
 */
record Claim(int line, Kind kind, String id, String value, When due) {

    /** What can be claimed, with the word for it. */
    enum Kind {
        OPEN("開いている"),
        NOT_OPEN("開いていない"),
        NOTHING_ELSE("ほかは開いていない"),
        WAITS("待っている"),
        ENDED("終わった"),
        NOT_ENDED("終わっていない"),
        PASSED("通った"),
        NOT_PASSED("通っていない"),
        STARTED("始まった"),
        NOT_STARTED("始まっていない"),
        ASKED("頼んだ"),
        NOT_ASKED("頼んでいない"),
        VALUE("値");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }
    }
}
