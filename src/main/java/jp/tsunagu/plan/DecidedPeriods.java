package jp.tsunagu.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Until when the decided support runs: an evaluation always comes before the first of it ends. */
@Component
public class DecidedPeriods {

    private final Plans plans;

    DecidedPeriods(Plans plans) {
        this.plans = plans;
    }

    /** The last day of the service that ends first under the latest decision; empty if none was decided on. */
    public Optional<LocalDate> firstEnd(String caseNumber) {
        return plans.latestDecision(caseNumber).map(plans::supportDecisions).orElse(List.of()).stream()
                .map(SupportDecision::toDay)
                .min(Comparator.naturalOrder());
    }
}
