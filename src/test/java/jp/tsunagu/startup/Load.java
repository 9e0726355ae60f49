package jp.tsunagu.startup;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.tsunagu.startup.LoadedCase.Outcome;
import jp.tsunagu.story.Office;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many cases on several desks at once, each at another step; whoever is free takes any of those that are open. */
final class Load {

    private static final int DESKS = 6;
    private static final int OPEN_AT_ONCE = 40;
    private static final int LONGEST_MILLISECONDS = 600;

    private final List<LoadedCase> all;
    private final List<LoadedCase> waiting;
    private final List<LoadedCase> aside = new ArrayList<>();
    private final Random chance;
    private final Predicate<Throwable> goesOnAfter;
    private final AtomicInteger acknowledged = new AtomicInteger();

    /**
     * Some of each kind, most with a plan; none is led so far that it could not go on afterwards.
     *
     * @param goesOnAfter whether a desk goes on with other cases after this trouble; throws what must not happen at all
     */
    static Load of(int cases, Random chance, Predicate<Throwable> goesOnAfter) {
        List<LoadedCase> all = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            CaseRoute route =
                    switch (i % 5) {
                        case 3 -> CaseRoute.HANDOVER;
                        case 4 -> CaseRoute.EMERGENCY;
                        default -> CaseRoute.PLAN;
                    };
            int goal = 1 + chance.nextInt(route.acts().size() - 1);
            all.add(new LoadedCase(i, route, goal));
        }
        return new Load(all, chance, goesOnAfter);
    }

    private Load(List<LoadedCase> all, Random chance, Predicate<Throwable> goesOnAfter) {
        this.goesOnAfter = goesOnAfter;
        this.all = all;
        this.waiting = new ArrayList<>(all);
        this.chance = chance;
    }

    List<LoadedCase> cases() {
        return all;
    }

    /** How many forms the server has said it took. */
    int acknowledged() {
        return acknowledged.get();
    }

    /** How many forms there are to send. */
    int steps() {
        return all.stream().mapToInt(LoadedCase::steps).sum();
    }

    /** Works until the node is killed, a random moment after so many forms have been taken. */
    void until(RunningNode node, Office office, int forms) {
        List<CompletableFuture<Void>> desks = desks(office);
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> acknowledged() >= forms
                        || desks.stream().anyMatch(CompletableFuture::isCompletedExceptionally));
        CompletableFuture.delayedExecutor(chance.nextInt(LONGEST_MILLISECONDS), TimeUnit.MILLISECONDS)
                .execute(node::kill);
        desks.forEach(CompletableFuture::join);
    }

    /** Works until every case is where it was to be led, or set aside because of some trouble. */
    CompletableFuture<Void> toTheEnd(Office office) {
        return CompletableFuture.allOf(desks(office).toArray(CompletableFuture[]::new));
    }

    /** Finds out what became of the forms that were not acknowledged, so that those cases can go on. */
    List<Outcome> settle(JdbcClient database) {
        List<Outcome> outcomes =
                aside.stream().flatMap(one -> one.settle(database).stream()).toList();
        aside.forEach(this::putBack);
        aside.clear();
        return outcomes;
    }

    private List<CompletableFuture<Void>> desks(Office office) {
        return Stream.generate(() -> CompletableFuture.runAsync(() -> work(office), desk -> new Thread(desk).start()))
                .limit(DESKS)
                .toList();
    }

    private void work(Office office) {
        boolean goesOn = true;
        for (LoadedCase one = pick(); one != null; one = goesOn ? pick() : null) {
            try {
                one.goOn(office);
                acknowledged.incrementAndGet();
                putBack(one);
            } catch (IllegalStateException | AssertionError trouble) {
                setAside(one);
                goesOn = goesOnAfter.test(trouble);
            }
        }
    }

    /** What breaks when a server is killed; its desks have nothing to do until the next one is there. */
    static boolean serverIsGone(Throwable trouble) {
        if (!(trouble.getCause() instanceof IOException)) {
            throw new AssertionError(trouble);
        }
        return false;
    }

    private synchronized void setAside(LoadedCase one) {
        aside.add(one);
    }

    private synchronized LoadedCase pick() {
        return waiting.isEmpty() ? null : waiting.remove(chance.nextInt(Math.min(OPEN_AT_ONCE, waiting.size())));
    }

    private synchronized void putBack(LoadedCase one) {
        if (!one.isAtGoal()) {
            waiting.add(0, one);
        }
    }
}
