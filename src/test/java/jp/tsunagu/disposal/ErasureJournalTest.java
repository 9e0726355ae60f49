package jp.tsunagu.disposal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known outside the database of who was erased, also after a crash in the middle of a line. */
class ErasureJournalTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @TempDir
    private Path folder;

    @Test
    void aLineThatACrashCutOffIsWrittenAgain() throws Exception {
        Path file = folder.resolve("new/erased.jsonl");
        Certificate first = certificate("R8-00001");
        Certificate second = certificate("R8-00002");
        ErasureJournal journal = new ErasureJournal(file, JSON);
        journal.add(first);
        journal.add(second);
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() - 20));

        ErasureJournal afterwards = new ErasureJournal(file, JSON);
        assertThat(afterwards.read()).containsExactly(first);
        Set<UUID> both = Set.of(first.disposalId(), second.disposalId());
        assertThat(afterwards.missing(both)).containsExactly(second.disposalId());
        afterwards.add(second);
        assertThat(new ErasureJournal(file, JSON).read()).containsExactly(first, second);
        assertThat(afterwards.missing(both)).isEmpty();
    }

    @Test
    void whereItCannotBeWrittenItSaysSo() throws Exception {
        Path notAFolder = Files.writeString(folder.resolve("file"), "x");
        assertThat(new ErasureJournal(notAFolder.resolve("erased.jsonl"), JSON).isWritable())
                .isFalse();
        assertThat(new ErasureJournal(folder.resolve("erased.jsonl"), JSON).isWritable())
                .isTrue();
    }

    private static Certificate certificate(String number) {
        OffsetDateTime at = OffsetDateTime.of(2032, 4, 1, 10, 0, 0, 0, ZoneOffset.UTC);
        return new Certificate(
                UUID.randomUUID(),
                UUID.randomUUID(),
                number,
                "RETENTION",
                Ground.RETENTION_ENDED,
                LocalDate.of(2026, 6, 1),
                LocalDate.of(2032, 3, 31),
                "manabe",
                at,
                "kaji",
                at,
                at,
                new TreeMap<>(Map.of("ケース", 1)),
                false);
    }
}
