package jp.tsunagu.access.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings the head of the chain out of the database, where whoever may change the database does not reach it. */
@Component
class Anchors {

    private static final Logger LOG = LoggerFactory.getLogger(Anchors.class);

    private final JdbcClient database;
    private final String file;
    private String written;

    Anchors(JdbcClient database, @Value("${tsunagu.access-log.anchor-file:}") String file) {
        this.database = database;
        this.file = file;
    }

    /** The last seal; empty before the first. */
    Optional<SealedBlock> head() {
        return database.sql(SealedBlock.LAST)
                .query((row, number) -> SealedBlock.read(row))
                .optional();
    }

    /** Into the program's log and, where one is named, at the end of a file; once for each head. */
    synchronized void write() {
        Optional<String> head = head().map(Anchor::of).map(Anchor::text).filter(text -> !text.equals(written));
        head.ifPresent(text -> {
            LOG.info("アクセス記録の封印（控え） {}", text);
            if (!file.isBlank()) {
                append(text);
            }
            written = text;
        });
    }

    private void append(String text) {
        try {
            Files.writeString(
                    Path.of(file), text + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("アクセス記録の控えのファイルに書けません（tsunagu.access-log.anchor-file）。", e);
        }
    }
}
