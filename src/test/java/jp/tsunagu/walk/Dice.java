package jp.tsunagu.walk;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Chance, repeatable: the same seed throws the same numbers. */
final class Dice extends Random {

    private static final long serialVersionUID = 1L;

    Dice(long seed) {
        // neighbouring seeds must not begin alike
        super(seed * 0x9E3779B97F4A7C15L);
    }

    boolean chance(double share) {
        return nextDouble() < share;
    }

    /** A whole number, both ends included. */
    int between(int least, int most) {
        return least + nextInt(most - least + 1);
    }

    <T> T one(List<T> of) {
        return of.get(nextInt(of.size()));
    }

    /** One of them, each as often as its weight says. */
    <T> T weighted(Map<T, Integer> weights) {
        int left = nextInt(weights.values().stream().mapToInt(Integer::intValue).sum());
        for (Map.Entry<T, Integer> entry : weights.entrySet()) {
            left -= entry.getValue();
            if (left < 0) {
                return entry.getKey();
            }
        }
        throw new IllegalStateException();
    }
}
