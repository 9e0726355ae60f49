package jp.tsunagu.oversight.forecast;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** A node that runs jobs forecasts too. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
class ForecastSchedule {

    private final Forecasts forecasts;

    ForecastSchedule(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    /** Not before the first counts of the start are there. */
    @Scheduled(
            initialDelayString = "${tsunagu.forecast.first:PT2M}",
            fixedDelayString = "${tsunagu.forecast.every:PT10M}")
    void update() {
        forecasts.update();
    }
}
