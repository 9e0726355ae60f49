package jp.tsunagu.procedure.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was worked out lately: of a draft that is saved again, most files are the same. Two who ask at once may both work it out.
 *
 * @param <K> all on which the answer depends
 * @param <V> the answer, never null
 */
public final class Kept<K, V> {

    private final Map<K, V> answers;

    /** @param most how many answers are kept */
    public Kept(int most) {
        answers = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }

    public V of(K key, Function<K, V> workOut) {
        V known = answers.get(key);
        if (known == null) {
            known = workOut.apply(key);
            answers.put(key, known);
        }
        return known;
    }
}
