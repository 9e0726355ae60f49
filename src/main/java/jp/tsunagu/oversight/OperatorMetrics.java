package jp.tsunagu.oversight;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagu.oversight.OperatorFigures.Figure;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The figures at {@code /actuator/prometheus}: read when somebody asks, and not again within some seconds. */
@Component
class OperatorMetrics implements MultiCollector {

    static final Duration FRESH = Duration.ofSeconds(10);

    private static final Map<String, String> HELP = Map.of(
            "access_records_unsealed", "Rows of the access log that no seal holds yet",
            "access_records_unsealed_age_seconds", "How old the oldest of them is",
            "waiting", "Cases that are in a step now",
            "overdue", "Those of them that are beyond the step's target",
            "jobs_due", "Timers and other jobs that should have run by now",
            "jobs_failed", "Jobs that have no retry left",
            "incidents", "Incidents that nobody has resolved",
            "changes_to_count", "Changes of the history that the counts do not hold yet",
            "changes_to_count_age_seconds", "How long ago the oldest of these changes was");

    private final OperatorFigures figures;
    private final Clock clock;
    private Instant readAt;
    private MetricSnapshots last;

    OperatorMetrics(OperatorFigures figures, Clock clock, ObjectProvider<PrometheusRegistry> registry) {
        this.figures = figures;
        this.clock = clock;
        registry.ifAvailable(present -> present.register(this));
    }

    @Override
    public synchronized MetricSnapshots collect() {
        Instant now = clock.instant();
        if (last == null || Duration.between(readAt, now).abs().compareTo(FRESH) >= 0) {
            last = snapshots(figures.read());
            readAt = now;
        }
        return last;
    }

    private static MetricSnapshots snapshots(List<Figure> all) {
        MetricSnapshots.Builder snapshots = MetricSnapshots.builder();
        all.stream()
                .collect(Collectors.groupingBy(Figure::name))
                .forEach((name, points) -> snapshots.metricSnapshot(gauge(name, points)));
        return snapshots.build();
    }

    private static GaugeSnapshot gauge(String name, List<Figure> points) {
        GaugeSnapshot.Builder gauge =
                GaugeSnapshot.builder().name("tsunagu_" + name).help(HELP.get(name));
        points.forEach(point -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                .labels(labels(point))
                .value(point.value())
                .build()));
        return gauge.build();
    }

    private static Labels labels(Figure point) {
        if (point.process() == null) {
            return Labels.EMPTY;
        }
        return point.step() == null
                ? Labels.of("process", point.process())
                : Labels.of("process", point.process(), "step", point.step());
    }
}
