package jp.tsunagu.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.Decisions;
import jp.tsunagu.municipality.Settings;
import org.springframework.stereotype.Component;

/** Which services need what decision, by table {@code decisionType} (municipality, service, date). */
@Component
class DecisionTypes {

    private static final String NO_SERVICE = "none";

    private final Decisions decisions;
    private final Settings settings;

    DecisionTypes(Decisions decisions, Settings settings) {
        this.decisions = decisions;
        this.settings = settings;
    }

    /** The strongest result over all services of a plan. */
    DecisionType ofPlan(int procedureSet, PlanContent plan, LocalDate day) {
        List<String> services = plan.services().isEmpty() ? List.of(NO_SERVICE) : plan.services();
        return services.stream()
                .map(service ->
                        DecisionType.of((String) row(procedureSet, service, day).get("decisionType")))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** True if the service itself is decided on (支援決定) together with the plan. */
    boolean needsSupportDecision(int procedureSet, String service, LocalDate day) {
        return DecisionType.PLAN_AND_SUPPORT
                .code()
                .equals(row(procedureSet, service, day).get("decisionType"));
    }

    /** True if the person applies for the service on 第4号様式. */
    boolean needsApplication(int procedureSet, String service, LocalDate day) {
        return Boolean.TRUE.equals(row(procedureSet, service, day).get("application"));
    }

    private Map<String, Object> row(int procedureSet, String service, LocalDate day) {
        return decisions
                .rows(
                        procedureSet,
                        "decisionType",
                        Map.of(
                                "municipality",
                                settings.municipality(),
                                "service",
                                service,
                                "day",
                                CaseInstances.asDate(day)))
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("判定表 decisionType に当てはまる行がありません。"));
    }
}
