package jp.tsunagu.disposal;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** A node that runs jobs erases too. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
class DisposalSchedule {

    private final RetentionSweep sweep;
    private final ErasureRun erasures;

    DisposalSchedule(RetentionSweep sweep, ErasureRun erasures) {
        this.sweep = sweep;
        this.erasures = erasures;
    }

    @Scheduled(
            initialDelayString = "${tsunagu.disposal.every:PT1M}",
            fixedDelayString = "${tsunagu.disposal.every:PT1M}")
    void erase() {
        erasures.run();
    }

    @Scheduled(
            initialDelayString = "${tsunagu.disposal.reckoned-every:PT10M}",
            fixedDelayString = "${tsunagu.disposal.reckoned-every:PT10M}")
    void reckon() {
        sweep.run();
    }
}
