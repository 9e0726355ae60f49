package jp.tsunagu.disposal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 消去の控え: every certificate once more, outside the database, one line of JSON each. A restored backup brings the erased back; from
 * this file the program knows whom to erase again before anybody sees them. Each node has its own and keeps all certificates in it.
 */
@Component
class ErasureJournal {

    private final Path file;
    private final ObjectMapper json;
    private final Set<UUID> written = new HashSet<>();
    private boolean read;

    ErasureJournal(
            @Value("${tsunagu.erasure-journal:${tsunagu.data:data}/erased.jsonl}") Path file, ObjectMapper json) {
        this.file = file.toAbsolutePath();
        this.json = json;
    }

    Path file() {
        return file;
    }

    /**
     * All that was ever written; a line that a crash cut off counts as not written, and its certificate, which is in the database, is
     * written again.
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    synchronized List<Certificate> read() {
        List<Certificate> all = new ArrayList<>();
        written.clear();
        read = true;
        if (!Files.exists(file)) {
            return all;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                if (line.endsWith("}")) {
                    Certificate certificate = json.readValue(line, Certificate.class);
                    all.add(certificate);
                    written.add(certificate.disposalId());
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("消去の控え " + file + " を読めません。", e);
        }
    }

    /** What it does not have yet. */
    synchronized Set<UUID> missing(Set<UUID> certificates) {
        if (!read) {
            read();
        }
        Set<UUID> missing = new HashSet<>(certificates);
        missing.removeAll(written);
        return missing;
    }

    /**
     * Adds a certificate; it is on the disk when this returns.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    synchronized void add(Certificate certificate) {
        try {
            write(lineBreakIfCutOff() + json.writeValueAsString(certificate) + "\n");
            written.add(certificate.disposalId());
        } catch (IOException e) {
            throw new UncheckedIOException("消去の控え " + file + " に書けません。", e);
        }
    }

    /** Nothing is erased that a restore would bring back unnoticed. */
    synchronized boolean isWritable() {
        try {
            write("");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String lineBreakIfCutOff() throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return "";
        }
        String text = Files.readString(file);
        return text.endsWith("\n") ? "" : "\n";
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file.getParent());
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
