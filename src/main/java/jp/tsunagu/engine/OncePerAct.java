package jp.tsunagu.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one act has read already, asked for by several rules of it. The whole act goes by one and the same answer, and the
 * next act reads anew. An act that changes what it has read says so ({@link #forget}).
 */
public final class OncePerAct {

    private OncePerAct() {}

    /**
     * The answer of this act's transaction; outside of one it is always read.
     *
     * @param question what is asked, with everything the answer depends on; a record of the asking class
     * @param read asks the database; its answer must not be null
     */
    @SuppressWarnings("unchecked")
    public static <T> T read(Object question, Supplier<T> read) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return read.get();
        }
        Map<Object, Object> answers = Answers.ofThisAct().byQuestion;
        Object known = answers.get(question);
        if (known == null) {
            known = read.get();
            answers.put(question, known);
        }
        return (T) known;
    }

    /** An act that changes such a thing itself reads it again afterwards. */
    public static void forget(Class<?> questions) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            Answers.ofThisAct().byQuestion.keySet().removeIf(questions::isInstance);
        }
    }

    private static final class Answers extends ResourceHolderSupport {

        private final Map<Object, Object> byQuestion = new HashMap<>();

        private static Answers ofThisAct() {
            Answers present = (Answers) TransactionSynchronizationManager.getResource(OncePerAct.class);
            if (present != null) {
                return present;
            }
            Answers first = new Answers();
            TransactionSynchronizationManager.bindResource(OncePerAct.class, first);
            // takes it away with the transaction, and puts it aside while another one runs in between
            TransactionSynchronizationManager.registerSynchronization(
                    new ResourceHolderSynchronization<>(first, OncePerAct.class) {});
            return first;
        }
    }
}
