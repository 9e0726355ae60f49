package jp.tsunagu.access.login;

import java.time.Duration;
import java.util.Map;

/**
 * A wait after each wrong password that grows from one to the next and never becomes a lock: some tries for free, then 1, 2, 4
 * … seconds, at most a minute. It is forgotten after a right password or a quarter of an hour.
 */
class GrowingWaits {

    private static final int FREE = 5;
    private static final int MOST_KEYS = 50_000;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);

    private final Elapsed elapsed;
    private final Map<String, Tries> tries = new Bounded<>(MOST_KEYS);

    private record Tries(int wrong, long last, long next) {}

    GrowingWaits(Elapsed elapsed) {
        this.elapsed = elapsed;
    }

    /** How long until the next try counts; zero if it does now. */
    synchronized Duration left(String key) {
        long now = elapsed.nanos();
        Tries known = tries.get(key);
        return known == null || known.next() - now <= 0 ? Duration.ZERO : Duration.ofNanos(known.next() - now);
    }

    /** A try begins: it counts as wrong until it turns out right, so that a hundred at the same time are a hundred. */
    synchronized void begin(String key) {
        long now = elapsed.nanos();
        Tries known = tries.get(key);
        boolean fresh = known == null || now - known.last() > FORGOTTEN.toNanos();
        int wrong = fresh ? 1 : known.wrong() + 1;
        tries.put(key, new Tries(wrong, now, now + waitAfter(wrong)));
    }

    synchronized void right(String key) {
        tries.remove(key);
    }

    private static long waitAfter(int wrong) {
        if (wrong <= FREE) {
            return 0;
        }
        int doubled = Math.min(wrong - FREE - 1, 10);
        return Math.min(FIRST.toNanos() << doubled, LONGEST.toNanos());
    }
}
