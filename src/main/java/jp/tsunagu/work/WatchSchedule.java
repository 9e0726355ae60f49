package jp.tsunagu.work;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** A node that runs jobs keeps watch too. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
class WatchSchedule {

    private final Watch watch;
    private final SealWatch seals;

    WatchSchedule(Watch watch, SealWatch seals) {
        this.watch = watch;
        this.seals = seals;
    }

    /** Not before the start-up is over: until then there may be no procedure and no account. */
    @Scheduled(initialDelayString = "${tsunagu.watch.every:PT1M}", fixedDelayString = "${tsunagu.watch.every:PT1M}")
    void tick() {
        seals.check();
        watch.tick();
    }
}
