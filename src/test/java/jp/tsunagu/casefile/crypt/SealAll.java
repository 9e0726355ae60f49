package jp.tsunagu.casefile.crypt;

import java.util.Map;
import org.springframework.beans.factory.BeanFactory;

/** Seals all that is not, as a start after an upgrade or with a new key does in the background. */
public final class SealAll {

    private SealAll() {}

    /** Returns how many values a second. */
    public static double valuesASecond(BeanFactory beans) {
        Resealing resealing = beans.getBean(Resealing.class);
        Map<String, Long> before = resealing.counts();
        long began = System.nanoTime();
        resealing.run();
        return before.getOrDefault("plain", 0L) / ((System.nanoTime() - began) / 1e9);
    }
}
