package jp.tsunagu.oversight;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** A node that runs jobs counts too. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
class StaySchedule {

    private final Stays stays;

    StaySchedule(Stays stays) {
        this.stays = stays;
    }

    @Scheduled(
            initialDelayString = "${tsunagu.oversight.every:PT5S}",
            fixedDelayString = "${tsunagu.oversight.every:PT5S}")
    void update() {
        stays.update();
    }

    /** At night, when the counts of the day have settled. */
    @Scheduled(cron = "0 40 2 * * *", zone = "Asia/Tokyo")
    void tidy() {
        stays.tidy();
    }
}
