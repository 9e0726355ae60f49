package jp.tsunagu.access.log;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A seal that somebody keeps outside the database: while it is found in the chain, nothing before it was cut off. Written
 * {@code 123:hex}.
 */
public record Anchor(long block, String seal) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

    static Anchor of(SealedBlock block) {
        return new Anchor(block.number(), HexFormat.of().formatHex(block.seal()));
    }

    /** Empty if it is not written so. */
    public static Optional<Anchor> parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        return written.matches()
                ? Optional.of(new Anchor(Long.parseLong(written.group(1)), written.group(2)))
                : Optional.empty();
    }

    /** As it is kept. */
    public String text() {
        return block + ":" + seal;
    }
}
