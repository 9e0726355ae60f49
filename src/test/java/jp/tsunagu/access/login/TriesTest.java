package jp.tsunagu.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is counted of tries: never more than was promised, in bounded memory. */
class TriesTest {

    private final AtomicLong now = new AtomicLong();

    /** Whatever the rhythm, nobody gets more than what is there at once and what has come since. */
    @Property(tries = 300)
    void noRhythmGetsMoreThanTheRate(@ForAll @Size(min = 1, max = 200) List<@IntRange(max = 3_000) Integer> pauses) {
        AtomicLong clock = new AtomicLong();
        Buckets buckets = new Buckets(10, 5, Duration.ofSeconds(2), clock::get);
        int taken = 0;
        for (int pause : pauses) {
            clock.addAndGet(Duration.ofMillis(pause).toNanos());
            taken += buckets.take("somebody").isZero() ? 1 : 0;
        }
        assertThat(taken)
                .isLessThanOrEqualTo(
                        5 + (int) (clock.get() / Duration.ofSeconds(2).toNanos()) + 1);
    }

    @Test
    void whoWaitsAsLongAsToldGetsTheNextTry() {
        Buckets buckets = new Buckets(10, 1, Duration.ofSeconds(15), now::get);
        assertThat(buckets.take("a")).isZero();
        Duration wait = buckets.take("a");
        assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(15));
        now.addAndGet(wait.toNanos() + 1);
        assertThat(buckets.take("a")).isZero();
    }

    @Test
    void aMillionNamesTakeNoMoreMemoryThanTheMost() {
        Buckets buckets = new Buckets(1_000, 1, Duration.ofHours(1), now::get);
        for (int i = 0; i < 1_000_000; i++) {
            buckets.take("name " + i);
        }
        assertThat(buckets.size()).isEqualTo(1_000);
    }

    @Test
    void theWaitDoublesToAMinuteAndIsForgotten() {
        GrowingWaits waits = new GrowingWaits(now::get);
        for (int i = 0; i < 5; i++) {
            waits.begin("a");
            assertThat(waits.left("a")).isZero();
        }
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
            waits.begin("a");
            assertThat(waits.left("a")).isEqualTo(Duration.ofSeconds(seconds));
            now.addAndGet(Duration.ofSeconds(seconds).toNanos());
            assertThat(waits.left("a")).isZero();
        }
        now.addAndGet(Duration.ofMinutes(16).toNanos());
        waits.begin("a");
        assertThat(waits.left("a")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2",
        "0:0:0:0:0:0:0:1, 0:0:0:0",
        "::ffff:192.0.2.7, ::ffff:192.0.2.7"
    })
    void anIpv6NetworkIsOneAddress(String address, String counted) {
        assertThat(ClientAddress.network(address)).isEqualTo(counted);
    }
}
