package jp.tsunagu.story;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import jp.tsunagu.access.login.Elapsed;
import org.springframework.context.annotation.Primary;

/** The time that waits and idle sessions are measured by, as a test lets it pass; the office's clock is another matter. */
@Primary
public final class MovedTime implements Elapsed {

    private final AtomicLong moved = new AtomicLong();

    @Override
    public long nanos() {
        return System.nanoTime() + moved.get();
    }

    public void pass(Duration time) {
        moved.addAndGet(time.toNanos());
    }
}
