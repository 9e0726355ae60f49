package jp.tsunagu.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The fonts of the papers, delivered with the program: Noto Sans JP and, for signs it lacks (☐ ☑), Noto Sans Symbols 2. A
 * character that neither has is never silently lost: 〓 is printed for it, and whoever prints is told (I-14).
 */
@Component
class PaperFonts {

    static final String FAMILY = "Noto Sans JP";
    static final String SIGNS = "Noto Sans Symbols 2";

    /** What Japanese printers set where a type is missing. */
    private static final String MISSING = "〓";

    /** Twelve megabytes: read when the first paper is printed, not at every start. */
    private final Supplier<Files> files = SingletonSupplier.of(Files::read);

    private record Files(VariantFont regular, VariantFont bold, byte[] signs, Set<Integer> signCharacters) {

        private static Files read() {
            byte[] signs = PaperFonts.read("NotoSansSymbols2_400Regular.ttf");
            return new Files(
                    VariantFont.of(PaperFonts.read("NotoSansJP_400Regular.ttf")),
                    VariantFont.of(PaperFonts.read("NotoSansJP_700Bold.ttf")),
                    signs,
                    VariantFont.charactersOf(signs));
        }
    }

    /**
     * A text as the fonts can print it.
     *
     * @param missing the characters they cannot, as one sees them
     */
    record Printable(String text, Set<String> missing) {}

    InputStream regular() {
        return new ByteArrayInputStream(files.get().regular().file());
    }

    InputStream bold() {
        return new ByteArrayInputStream(files.get().bold().file());
    }

    InputStream signs() {
        return new ByteArrayInputStream(files.get().signs());
    }

    Printable printable(String text) {
        Map<String, Integer> variants = files.get().regular().variants();
        StringBuilder printable = new StringBuilder(text.length());
        Set<String> missing = new TreeSet<>();
        int[] codes = text.codePoints().toArray();
        for (int i = 0; i < codes.length; i++) {
            boolean selected = i + 1 < codes.length && isSelector(codes[i + 1]);
            String sequence = Character.toString(codes[i]) + (selected ? Character.toString(codes[i + 1]) : "");
            if (variants.containsKey(sequence)) {
                printable.appendCodePoint(variants.get(sequence));
            } else if (!canPrint(codes[i])) {
                missing.add(sequence);
                printable.append(MISSING);
            } else {
                if (selected) {
                    missing.add(sequence);
                }
                printable.appendCodePoint(codes[i]);
            }
            i += selected ? 1 : 0;
        }
        return new Printable(printable.toString(), missing);
    }

    private boolean canPrint(int character) {
        return isSpace(character)
                || files.get().regular().characters().contains(character)
                || files.get().signCharacters().contains(character);
    }

    /** Spaces and ends of lines, but none of the control characters that no page can hold. */
    private static boolean isSpace(int character) {
        return Character.isSpaceChar(character) || character == '\n' || character == '\r' || character == '\t';
    }

    private static boolean isSelector(int character) {
        return character >= 0xFE00 && character <= 0xFE0F || character >= 0xE0100 && character <= 0xE01EF;
    }

    private static byte[] read(String name) {
        try (InputStream file = new ClassPathResource("fonts/" + name).getInputStream()) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
