package jp.tsunagu.access.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import javax.crypto.Mac;

/**
 * A link of the chain.
 *
 * @param from the first transaction whose rows it seals
 * @param to the first one after it
 * @param marks of each row its id and the beginning of its own digest
 * @param keyId with which key
 * @param previous the seal of the link before
 * @param seal over the previous seal, everything here and all rows
 */
record SealedBlock(
        long number,
        int epoch,
        long from,
        long to,
        int records,
        byte[] marks,
        String keyId,
        byte[] previous,
        byte[] seal,
        Instant sealedAt) {

    static final String COLUMNS = "block, epoch, from_xact, to_xact, records, marks, key_id, previous, seal, sealed_at";

    /** For whoever wants to know where the chain ends: the marks of a link can be long. */
    static final String LAST = "select " + COLUMNS.replace("marks", "''::bytea as marks")
            + " from access_seal order by block desc limit 1";

    static final int SEAL_BYTES = 32;

    static final byte[] BEGINNING = new byte[SEAL_BYTES];

    static SealedBlock read(ResultSet row) throws SQLException {
        return new SealedBlock(
                row.getLong(1),
                row.getInt(2),
                row.getLong(3),
                row.getLong(4),
                row.getInt(5),
                row.getBytes(6),
                row.getString(7),
                row.getBytes(8),
                row.getBytes(9),
                row.getObject(10, OffsetDateTime.class).toInstant());
    }

    /** Whether a row belongs here by the transaction that wrote it. */
    boolean covers(LogRow row) {
        return row.epoch() == epoch && row.xact() >= from && row.xact() < to;
    }

    /** Whether a row stands before this link. */
    boolean isAfter(LogRow row) {
        return row.epoch() < epoch || row.epoch() == epoch && row.xact() < from;
    }

    /**
     * Ends the calculation of a seal into which all rows were put.
     *
     * @param rows digest so far
     */
    byte[] sealed(Mac rows) {
        byte[] key = keyId.getBytes(StandardCharsets.UTF_8);
        rows.update(ByteBuffer.allocate(4 * Long.BYTES + 2 * Integer.BYTES + Long.BYTES)
                .putLong(number)
                .putInt(epoch)
                .putLong(from)
                .putLong(to)
                .putInt(records)
                .putLong(marks.length)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, sealedAt))
                .array());
        rows.update(marks);
        rows.update(key);
        return rows.doFinal(previous);
    }

    SealedBlock with(byte[] newSeal) {
        return new SealedBlock(number, epoch, from, to, records, marks, keyId, previous, newSeal, sealedAt);
    }
}
