package jp.tsunagu.casefile.crypt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import org.springframework.stereotype.Component;

/**
 * What is searched without being read: keyed hashes (HMAC-SHA-256, the first 64 bits) of parts of a name and of a day. Whoever
 * has the database only learns which rows have a part in common, and how often (docs/decisions/0030).
 */
@Component
public class BlindIndex {

    private final DataKeys keys;

    BlindIndex(DataKeys keys) {
        this.keys = keys;
    }

    /** Under which key new rows are hashed. */
    public String key() {
        return keys.first().id();
    }

    /** The hashes as a row has them. */
    public Long[] of(Collection<String> parts) {
        return hashed(keys.first().index(), parts.stream());
    }

    /** The hash of a day as a row has it; null if it is not known. */
    public Long of(LocalDate day) {
        return day == null ? null : of(List.of(written(day)))[0];
    }

    /** What rows may have, one array for each key: while keys are changed, rows are hashed under either. */
    public List<Long[]> sought(Collection<String> parts) {
        return keys.all().stream()
                .map(key -> hashed(key.index(), parts.stream()))
                .toList();
    }

    /** The same for a day; none if it is not known. */
    public Long[] sought(LocalDate day) {
        return day == null
                ? new Long[0]
                : sought(List.of(written(day))).stream().map(one -> one[0]).toArray(Long[]::new);
    }

    private static String written(LocalDate day) {
        return "day:" + day;
    }

    private static Long[] hashed(Mac mac, Stream<String> parts) {
        return parts.distinct()
                .map(part -> ByteBuffer.wrap(mac.doFinal(part.getBytes(StandardCharsets.UTF_8)))
                        .getLong())
                .toArray(Long[]::new);
    }
}
