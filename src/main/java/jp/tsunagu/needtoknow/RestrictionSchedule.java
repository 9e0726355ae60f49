package jp.tsunagu.needtoknow;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** A node that runs jobs looks after restricted cases too. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
class RestrictionSchedule {

    private final RestrictionWatch watch;

    RestrictionSchedule(RestrictionWatch watch) {
        this.watch = watch;
    }

    @Scheduled(initialDelayString = "${tsunagu.watch.every}", fixedDelayString = "${tsunagu.watch.every}")
    void look() {
        watch.tick();
    }
}
