package jp.tsunagu.plan;

import java.util.List;
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
        String municipality = cases.find(submission.caseNumber()).municipality();
        return PlanRules.refuse(
                plans.draft(submission.caseNumber()),
                service -> types.needsApplication(submission.procedureSet(), service, submission.actDate()),
                code -> catalogue.name(municipality, code, submission.actDate()));
    }

    /** The lines of the employment part, as they were just sent. */
    List<Refusal> ofEmploymentPart(Submission submission) {
        String municipality = cases.find(submission.caseNumber()).municipality();
        return PlanRules.items(
                submission.rows("employmentItems").stream().map(PlanItem::of).toList(),
                "employmentItems",
                service -> types.needsApplication(submission.procedureSet(), service, submission.actDate()),
                code -> catalogue.name(municipality, code, submission.actDate()));
    }
}
