package jp.tsunagu.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 異体字: which characters are one and the same in a name ({@code name-variants.txt}). */
final class NameVariants {

    /** A number that changes with the table. */
    static final int CONTENT;

    private static final Map<Integer, Integer> USUAL = new HashMap<>();

    private static final List<String> GROUPS;

    static {
        String text = read();
        CONTENT = text.hashCode();
        GROUPS = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        for (String group : GROUPS) {
            int usual = group.codePointAt(0);
            group.codePoints().skip(1).forEach(variant -> USUAL.put(variant, usual));
        }
    }

    private NameVariants() {}

    static int usual(int sign) {
        return USUAL.getOrDefault(sign, sign);
    }

    /** Each group with its usual form first. */
    static List<String> groups() {
        return GROUPS;
    }

    private static String read() {
        try (InputStream file = NameVariants.class.getResourceAsStream("name-variants.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
