package jp.tsunagu.access.log;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** A node that runs jobs seals too; one of them at a time. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
class SealSchedule {

    private final Sealer sealer;
    private final Anchors anchors;
    private final LogRetention retention;

    SealSchedule(Sealer sealer, Anchors anchors, LogRetention retention) {
        this.sealer = sealer;
        this.anchors = anchors;
        this.retention = retention;
    }

    @Scheduled(
            initialDelayString = "${tsunagu.access-log.every:PT5S}",
            fixedDelayString = "${tsunagu.access-log.every:PT5S}")
    void seal() {
        sealer.seal();
    }

    @Scheduled(
            initialDelayString = "${tsunagu.access-log.anchor-every:PT1H}",
            fixedDelayString = "${tsunagu.access-log.anchor-every:PT1H}")
    void anchor() {
        anchors.write();
    }

    /** At night. */
    @Scheduled(cron = "0 20 3 * * *", zone = "Asia/Tokyo")
    void retention() {
        retention.apply();
    }
}
