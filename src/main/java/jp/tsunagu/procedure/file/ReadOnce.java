package jp.tsunagu.procedure.file;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;

/**
 * What content was read as, for as long as somebody holds the content: a dozen rules ask for the same files.
 *
 * @param <T> what it is read as; must never change
 */
public final class ReadOnce<T> {

    private final Map<byte[], T> known = Collections.synchronizedMap(new WeakHashMap<>());
    private final Function<byte[], T> reader;

    public ReadOnce(Function<byte[], T> reader) {
        this.reader = reader;
    }

    public T of(byte[] content) {
        return known.computeIfAbsent(content, reader);
    }
}
