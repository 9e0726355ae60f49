package jp.tsunagu.plan;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.form.Refusal;
import jp.tsunagu.plan.PlanAct.Kind;
import org.springframework.stereotype.Component;

/** I-04: what is submitted is what the person agreed to and what the conference approved, and nothing was changed since. */
@Component
class SubmissionRules {

    private final Plans plans;

    SubmissionRules(Plans plans) {
        this.plans = plans;
    }

    List<Refusal> refuse(String caseNumber) {
        return plans.latest(caseNumber)
                .map(version -> refuse(caseNumber, version))
                .orElseGet(() -> List.of(Refusal.ofAct("本人が同意したプランがありません。")));
    }

    private List<Refusal> refuse(String caseNumber, PlanVersion version) {
        List<Refusal> refusals = new ArrayList<>();
        if (!plans.draft(caseNumber).hash().equals(version.hash())) {
            refusals.add(Refusal.ofAct("プランの内容が、同意を受けた版から変わっています。本人の同意からやり直してください（要領 第9条第6号）。"));
        }
        if (!plans.was(Kind.AGREED, version)) {
            refusals.add(Refusal.ofAct("この版には本人の同意がありません。前の版の署名は使えません（要領 第9条第6号）。"));
        }
        if (!plans.was(Kind.APPROVED, version)) {
            refusals.add(Refusal.ofAct("この版は支援調整会議の承認を受けていません（要領 第9条第6号）。"));
        }
        return refusals;
    }
}
