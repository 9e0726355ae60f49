package jp.tsunagu.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import jp.tsunagu.benchmark.Script.Sent;

/**
 * What some people at a desk got done in a while.
 *
 * @param forms how many forms were sent, receptions included
 * @param sending how long sending took, all threads together
 * @param processor how long these threads really calculated: the part that a busy machine does not blur
 */
record Round(int cases, int forms, double seconds, double sending, double processor) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    double formsPerSecond() {
        return forms / seconds;
    }

    double casesPerSecond() {
        return cases / seconds;
    }

    /** How this compares with another round of the same work. */
    double over(Round other) {
        return formsPerSecond() / other.formsPerSecond();
    }

    /**
     * Works off so many cases.
     *
     * @param opening whether each form is also opened before it is sent, as a person does
     */
    static Round of(Desk desk, List<Script> scripts, int cases, int threads, boolean opening) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger forms = new AtomicInteger();
        LongAdder sending = new LongAdder();
        LongAdder processor = new LongAdder();
        Callable<Void> worker = () -> {
            long started = THREADS.getCurrentThreadCpuTime();
            for (int i = next.getAndIncrement(); i < cases; i = next.getAndIncrement()) {
                Script script = scripts.get(i % scripts.size());
                live(desk, script, opening, sending);
                forms.addAndGet(script.forms().size());
            }
            processor.add(THREADS.getCurrentThreadCpuTime() - started);
            return null;
        };
        long before = System.nanoTime();
        together(threads, worker);
        double seconds = (System.nanoTime() - before) / 1e9;
        return new Round(cases, forms.get(), seconds, sending.sum() / 1e9, processor.sum() / 1e9);
    }

    private static void live(Desk desk, Script script, boolean opening, LongAdder sending) {
        String number = null;
        int version = 0;
        for (Sent sent : script.forms()) {
            String task = number == null ? null : desk.take(number, sent);
            if (opening && task != null) {
                desk.open(task, sent);
            }
            long before = System.nanoTime();
            if (task == null) {
                number = desk.begin(sent);
            } else {
                desk.send(task, sent, version);
            }
            sending.add(System.nanoTime() - before);
            version++;
        }
    }

    private static void together(int threads, Callable<Void> worker) {
        ExecutorService people = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(people.submit(worker));
            }
            for (Future<Void> one : all) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            people.shutdownNow();
        }
    }
}
