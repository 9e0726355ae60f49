package jp.tsunagu.form;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Answers that are the same each time, worked out once. There are some hundreds of questions; the bound is only against what
 * an administrator tries out filling the memory.
 */
public final class Remembered<K, V> {

    /** Choices of forms are codes; what a person wrote is not remembered outside of the case file. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");

    private final int most;
    private final Map<K, V> answers = new ConcurrentHashMap<>();

    /** Remembers at most so many answers, then begins anew. */
    public Remembered(int most) {
        this.most = most;
    }

    /** Whether a text is a choice of a form, and so may stand in a question that is remembered. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** The answer; two who ask at the same moment may both work it out. An answer that is null is not remembered. */
    public V of(K question, Function<? super K, ? extends V> answer) {
        V known = answers.get(question);
        if (known == null) {
            known = answer.apply(question);
            if (known != null) {
                if (answers.size() >= most) {
                    answers.clear();
                }
                answers.put(question, known);
            }
        }
        return known;
    }
}
