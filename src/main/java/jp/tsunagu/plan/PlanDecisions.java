package jp.tsunagu.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.calendar.MonthDates;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.form.Refusal;
import jp.tsunagu.plan.PlanAct.Kind;
import org.springframework.stereotype.Component;

/** Writes the ward's one decision act, with all its services together or not at all. */
@Component
class PlanDecisions {

    private static final int FIRST_CONTACT_MONTHS = 1;

    private final Plans plans;
    private final Cases cases;
    private final DecisionTypes types;
    private final SubmissionRules rules;
    private final LatestDecision latest;
    private final Clock clock;

    PlanDecisions(
            Plans plans, Cases cases, DecisionTypes types, SubmissionRules rules, LatestDecision latest, Clock clock) {
        this.plans = plans;
        this.cases = cases;
        this.types = types;
        this.rules = rules;
        this.latest = latest;
        this.clock = clock;
    }

    /**
     * Decides the submitted version.
     *
     * @return the date of the first evaluation: so many months after the decision, and always before the first decided
     *     service ends (要領 第9条第9号)
     * @throws IllegalStateException if what was submitted is not what was agreed to and approved (I-04)
     */
    LocalDate decide(String caseNumber, int procedureSet) {
        DecisionRecord record = latest.of(caseNumber);
        PlanVersion version = plans.latest(caseNumber).orElseThrow();
        List<Refusal> broken = rules.refuse(caseNumber);
        if (!broken.isEmpty() || !plans.was(Kind.SUBMITTED, version)) {
            throw new IllegalStateException("決定できる版ではありません: " + caseNumber + " " + version.label());
        }
        DecisionType type = types.ofPlan(procedureSet, version.content(), record.decidedOn());
        PlanDecision decision = plans.save(PlanDecision.of(version, type, record, clock.instant()));
        List<PlanItem> decided = version.content().items().stream()
                .filter(item -> types.needsSupportDecision(procedureSet, item.service(), record.decidedOn()))
                .toList();
        decided.forEach(item -> plans.save(SupportDecision.of(decision, item)));
        return firstEvaluation(caseNumber, record.decidedOn(), decided);
    }

    private LocalDate firstEvaluation(String caseNumber, LocalDate decidedOn, List<PlanItem> decided) {
        int months = cases.field(caseNumber, "reviewMonths").asInt();
        LocalDate planned = MonthDates.plusMonths(decidedOn, months);
        Optional<LocalDate> firstEnd = decided.stream().map(PlanItem::to).min(Comparator.naturalOrder());
        return firstEnd.filter(end -> !planned.isBefore(end))
                .map(end -> end.minusDays(1))
                .orElse(planned);
    }

    /** Contact at least monthly while a plan runs. */
    LocalDate firstContact(String caseNumber) {
        LocalDate next = MonthDates.plusMonths(latest.of(caseNumber).decidedOn(), FIRST_CONTACT_MONTHS);
        cases.next(caseNumber, next);
        return next;
    }
}
