package jp.tsunagu.startup;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import jp.tsunagu.story.Office;

/** Several clerks at work at once, until their server dies at some moment. */
final class Shift {

    private static final int RECEPTIONISTS = 3;
    private static final int MOST_FORMS_BEFORE = 12;
    private static final int LONGEST_MILLISECONDS = 600;

    private final List<Clerk> clerks = new ArrayList<>();
    private final List<CompletableFuture<Void>> work = new ArrayList<>();

    /** Works until the node is killed, a random moment after somebody sent the decision of this case. */
    static Shift until(RunningNode node, Office office, String ripeCase, Random chance) {
        Shift shift = new Shift();
        for (int i = 0; i < RECEPTIONISTS; i++) {
            Clerk clerk = new Clerk(office, "saeki");
            shift.begins(clerk, clerk::receivesPeople);
        }
        Clerk decider = new Clerk(office, "kaji");
        int forms = chance.nextInt(MOST_FORMS_BEFORE);
        shift.waitUntil(() -> shift.all(clerk -> clerk.accepted).size() >= forms);
        shift.begins(decider, () -> decider.decides(ripeCase));
        shift.waitUntil(() -> !decider.unanswered.isEmpty());
        CompletableFuture.delayedExecutor(chance.nextInt(LONGEST_MILLISECONDS), TimeUnit.MILLISECONDS)
                .execute(node::kill);
        shift.work.forEach(CompletableFuture::join);
        return shift;
    }

    /** Or until a clerk got an answer that should not be; who waits for all of them will learn of it. */
    private void waitUntil(BooleanSupplier condition) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> condition.getAsBoolean()
                        || work.stream().anyMatch(CompletableFuture::isCompletedExceptionally));
    }

    private void begins(Clerk clerk, Runnable does) {
        clerks.add(clerk);
        work.add(CompletableFuture.runAsync(does, task -> new Thread(task).start()));
    }

    /** What all clerks together remember. */
    <T> List<T> all(Function<Clerk, Collection<T>> memory) {
        return clerks.stream().map(memory).flatMap(Collection::stream).toList();
    }
}
