package jp.tsunagu.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The papers as they ship. */
final class PackagedPapers {

    static final Map<String, String> FILES = files();

    static final PaperBook BOOK = PaperBook.read(0, FILES);

    private PackagedPapers() {}

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(Path.of("forms"))) {
            for (Path file : all.filter(one -> one.getFileName().toString().startsWith("paper"))
                    .toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
