package jp.tsunagu.access.login;

import java.time.Duration;
import java.util.Map;

/**
 * How many tries somebody still has: so many at once, and one more after each interval. The memory is bounded; who has not
 * been seen for longest is forgotten first, with a full bucket again.
 */
class Buckets {

    private final int capacity;
    private final long interval;
    private final Elapsed elapsed;
    private final Map<String, Bucket> buckets;

    private static final class Bucket {

        private double left;
        private long at;

        Bucket(double left, long at) {
            this.left = left;
            this.at = at;
        }
    }

    Buckets(int mostKeys, int capacity, Duration interval, Elapsed elapsed) {
        this.capacity = capacity;
        this.interval = interval.toNanos();
        this.elapsed = elapsed;
        this.buckets = new Bounded<>(mostKeys);
    }

    /** Takes one; zero if there was one, otherwise how long to wait for the next. */
    synchronized Duration take(String key) {
        Bucket bucket = filled(key);
        if (bucket.left < 1) {
            return Duration.ofNanos((long) ((1 - bucket.left) * interval));
        }
        bucket.left--;
        return Duration.ZERO;
    }

    synchronized void giveBack(String key) {
        Bucket bucket = filled(key);
        bucket.left = Math.min(capacity, bucket.left + 1);
    }

    private Bucket filled(String key) {
        long now = elapsed.nanos();
        Bucket bucket = buckets.computeIfAbsent(key, first -> new Bucket(capacity, now));
        bucket.left = Math.min(capacity, bucket.left + (double) (now - bucket.at) / interval);
        bucket.at = now;
        return bucket;
    }

    synchronized int size() {
        return buckets.size();
    }
}
