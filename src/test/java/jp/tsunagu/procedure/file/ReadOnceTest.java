package jp.tsunagu.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadOnceTest {

    @Test
    void theSameContentIsReadOnce() {
        AtomicInteger reads = new AtomicInteger();
        ReadOnce<Integer> files = new ReadOnce<>(content -> reads.incrementAndGet());
        byte[] content = {1};

        assertThat(files.of(content)).isEqualTo(1);
        assertThat(files.of(content)).isEqualTo(1);
        assertThat(files.of(content.clone())).isEqualTo(2);
    }

    @Test
    void nobodyWaitsForTheFileOfAnother() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch otherWasRead = new CountDownLatch(1);
        byte[] slow = {1};
        ReadOnce<Boolean> files = new ReadOnce<>(content -> {
            if (content != slow) {
                return true;
            }
            begun.countDown();
            try {
                return otherWasRead.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> first = thread.submit(() -> files.of(slow));
            begun.await(20, TimeUnit.SECONDS);
            assertThat(files.of(new byte[] {2})).isTrue();
            otherWasRead.countDown();
            assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            thread.shutdownNow();
        }
    }
}
