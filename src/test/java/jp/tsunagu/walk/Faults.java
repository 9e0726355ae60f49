package jp.tsunagu.walk;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.tsunagu.engine.RefusedException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.core.NestedExceptionUtils;

/** Two at once, and crashes: of two acts exactly one counts and the other is told clearly; of a crashed act nothing is left. */
final class Faults {

    private static final String ALL_OR_NOTHING = "途中で落ちた操作は、何も残さない";
    private static final String ONE_WINS = "同時の二つの操作は、一つだけが効き、もう一つには理由が示される";
    private static final int STATEMENTS = 60;

    /** Threads that begin together; they outlive no test run. */
    private static final ExecutorService TWO = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "walk-two-at-once");
        thread.setDaemon(true);
        return thread;
    });

    private final World world;

    Faults(World world) {
        this.world = world;
    }

    /** The same form sent from two windows at the same moment. */
    void twice(OpenTask task, String user, Paper paper) {
        List<Throwable> failures = together(() -> send(task, user, paper), () -> send(task, user, paper));
        long won = failures.stream().filter(failure -> failure == null).count();
        failures.stream()
                .filter(failure -> failure != null && !(failure instanceof RefusedException))
                .forEach(failure -> broken("D-06", ONE_WINS, task, unclear(failure)));
        if (won > 1) {
            broken("D-06", ONE_WINS, task, "二度とも効いた");
        }
        if (won == 0) {
            throw (RefusedException) failures.get(0);
        }
    }

    /** A form sent at the moment at which a timer of the same case is run, due or not. */
    void race(OpenTask task, String user, Paper paper) {
        List<DueTimer> due = world.desks().timersOf(task.caseNumber()).stream()
                .filter(timer -> !timer.due().isAfter(WalkTime.now()))
                .toList();
        if (due.isEmpty()) {
            world.worker().sends(task, user, paper);
            return;
        }
        List<Throwable> failures = together(() -> send(task, user, paper), () -> {
            world.engine().getManagementService().executeJob(due.get(0).id());
            return null;
        });
        Throwable timer = failures.get(1);
        boolean clear =
                timer == null || timer instanceof OptimisticLockingException || timer instanceof NullValueException;
        if (!clear) {
            broken("D-06", ONE_WINS, task, "タイマーの失敗 " + timer);
        }
        Throwable sent = failures.get(0);
        if (sent instanceof RefusedException refused) {
            throw refused;
        }
        if (sent != null) {
            broken("D-06", ONE_WINS, task, unclear(sent));
        }
    }

    /** The act crashes, once or at its very end; then everything is as it was, and it succeeds when it is sent again. */
    void crash(OpenTask task, Choice choice, Paper paper) {
        String before = world.digest().of(task.caseNumber());
        Dice dice = new Dice(choice.seed());
        if (dice.nextBoolean()) {
            rolledBack(task, choice.actor(), paper);
        } else {
            databaseGone(task, choice.actor(), paper, dice.between(1, STATEMENTS));
        }
        String after = world.digest().of(task.caseNumber());
        boolean stillOpen = world.desks().tasksOf(task.caseNumber()).stream()
                .anyMatch(open -> open.id().equals(task.id()));
        if (!after.equals(before) && stillOpen) {
            broken("D-06", ALL_OR_NOTHING, task, "前後で違う");
        }
        if (stillOpen) {
            world.worker().sends(task, choice.actor(), paper);
        }
    }

    private void rolledBack(OpenTask task, String user, Paper paper) {
        world.transactions().executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            world.worker().sends(task, user, paper);
        });
    }

    private void databaseGone(OpenTask task, String user, Paper paper, int statement) {
        CrashingDataSource.crashAt(statement);
        try {
            world.worker().sends(task, user, paper);
        } catch (RuntimeException e) {
            // whatever the fault turned into on its way up; a refusal that has nothing to do with it is one
            if (!CrashingDataSource.calmDown()) {
                throw e;
            }
        } finally {
            CrashingDataSource.calmDown();
        }
    }

    /** With what PostgreSQL calls it, if it was the database that refused; what it says may quote a person's words. */
    private static String unclear(Throwable failure) {
        String state = NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException refused
                ? " SQLState " + refused.getSQLState()
                : "";
        return "はっきりしない拒否 " + failure.getClass().getName() + state;
    }

    private Void send(OpenTask task, String user, Paper paper) {
        world.worker().sends(task, user, paper);
        return null;
    }

    /** What each of them failed with; null where it succeeded. */
    private static List<Throwable> together(Callable<Void> one, Callable<Void> other) {
        CyclicBarrier barrier = new CyclicBarrier(2);
        Future<Void> first = TWO.submit(() -> {
            barrier.await();
            return one.call();
        });
        Future<Void> second = TWO.submit(() -> {
            barrier.await();
            return other.call();
        });
        return java.util.Arrays.asList(failure(first), failure(second));
    }

    private static Throwable failure(Future<Void> act) {
        try {
            act.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void broken(String id, String clause, OpenTask task, String finding) {
        throw new BrokenInvariantException(
                List.of(new Violation(id, clause, task.caseNumber(), task.step() + " " + finding)));
    }
}
