package jp.tsunagu.access.log;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;

/** Of each row of a block its id and the first eight bytes of its digest: so that a broken seal can name the row. */
final class Marks {

    static final int BYTES = 2 * Long.BYTES;

    private final Mac digest;
    private final ByteArrayOutputStream marks = new ByteArrayOutputStream();

    Marks(Mac digest) {
        this.digest = digest;
    }

    void add(LogRow row) {
        marks.writeBytes(ByteBuffer.allocate(BYTES)
                .putLong(row.id())
                .put(digest.doFinal(row.bytes()), 0, Long.BYTES)
                .array());
    }

    byte[] bytes() {
        return marks.toByteArray();
    }

    /** Id → digest, in the order of the rows. */
    static Map<Long, Long> of(byte[] marks) {
        Map<Long, Long> all = new LinkedHashMap<>();
        ByteBuffer left = ByteBuffer.wrap(marks);
        while (left.remaining() >= BYTES) {
            all.put(left.getLong(), left.getLong());
        }
        return all;
    }
}
