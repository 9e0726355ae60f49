package jp.tsunagu.procedure.file;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;

/**
 * What content was read as, for as long as somebody holds the content: a dozen rules ask for the same files. Content is known
 * by being the same array, which nobody changes; two who ask at once may both read it.
 *
 * @param <T> what it is read as; must never change, nor hold the content, which would then never be forgotten
 */
public final class ReadOnce<T> {

    private final Map<byte[], T> known = Collections.synchronizedMap(new WeakHashMap<>());
    private final Function<byte[], T> reader;

    public ReadOnce(Function<byte[], T> reader) {
        this.reader = reader;
    }

    public T of(byte[] content) {
        T read = known.get(content);
        if (read == null) {
            // outside the lock of the map: others need not wait until a large file is read
            read = reader.apply(content);
            known.put(content, read);
        }
        return read;
    }
}
