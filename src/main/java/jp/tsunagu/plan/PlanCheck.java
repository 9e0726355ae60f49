package jp.tsunagu.plan;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import org.springframework.stereotype.Component;

/** Holds the plan that a form has just changed against {@link PlanRules}, with the tables of the case's procedure. */
@Component
class PlanCheck {

    private final Cases cases;
    private final Plans plans;
    private final DecisionTypes types;
    private final ServiceCatalogue catalogue;

    PlanCheck(Cases cases, Plans plans, DecisionTypes types, ServiceCatalogue catalogue) {
        this.cases = cases;
        this.plans = plans;
        this.types = types;
        this.catalogue = catalogue;
    }

    List<Refusal> of(Submission submission) {
        return PlanRules.refuse(plans.draft(submission.caseNumber()), needsApplication(submission), names(submission));
    }

    /** The lines of the employment part, as they were just sent. */
    List<Refusal> ofEmploymentPart(Submission submission) {
        List<PlanItem> lines =
                submission.rows("employmentItems").stream().map(PlanItem::of).toList();
        return PlanRules.items(lines, "employmentItems", needsApplication(submission), names(submission));
    }

    private Predicate<String> needsApplication(Submission submission) {
        return service -> types.needsApplication(submission.procedureSet(), service, submission.actDate());
    }

    private UnaryOperator<String> names(Submission submission) {
        String municipality = cases.find(submission.caseNumber()).municipality();
        return code -> catalogue.name(municipality, code, submission.actDate());
    }
}
