package jp.tsunagu.access.log;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import javax.crypto.Mac;

/**
 * That the rows of a seal and of all before it were removed, since their time had passed (保存期間).
 *
 * @param before only what was sealed before this moment
 */
record Removal(long block, Instant before, Instant removedAt, String keyId, byte[] mac) {

    static Removal read(ResultSet row) throws SQLException {
        return new Removal(
                row.getLong("block"),
                row.getObject("before", OffsetDateTime.class).toInstant(),
                row.getObject("removed_at", OffsetDateTime.class).toInstant(),
                row.getString("key_id"),
                row.getBytes("mac"));
    }

    /** Proves, where there is a key, that it was the program that removed them. */
    byte[] signed(Mac digest) {
        return digest.doFinal(ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(block)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, before))
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, removedAt))
                .array());
    }

    boolean isSignedBy(Mac digest) {
        return Arrays.equals(mac, signed(digest));
    }
}
