package jp.tsunagu.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import jp.tsunagu.municipality.Settings;
import org.springframework.stereotype.Component;

/** プランの確認 (要領 第10条第1号): the content, and the use conditions of every service that the ward decides on. */
@Component
class CheckPlanStep implements StepHandler {

    private final Plans plans;
    private final DecisionTypes types;
    private final ServiceCatalogue catalogue;
    private final Cases cases;
    private final Settings settings;

    CheckPlanStep(Plans plans, DecisionTypes types, ServiceCatalogue catalogue, Cases cases, Settings settings) {
        this.plans = plans;
        this.types = types;
        this.catalogue = catalogue;
        this.cases = cases;
        this.settings = settings;
    }

    @Override
    public Set<String> steps() {
        return Set.of("checkPlan");
    }

    @Override
    public List<Refusal> check(Submission submission) {
        if (!submission.is("planCheck", "suitable")) {
            return List.of();
        }
        List<Refusal> refusals = new ArrayList<>();
        if (submission.is("contentCheck", "unsuitable")) {
            refusals.add(Refusal.ofField("planCheck", "プランの内容が「適切でない」のに、「適切」の案にはできません。"));
        }
        Set<String> checked = submission.rows("useConditionResults").stream()
                .map(row -> row.path("service").asText())
                .collect(Collectors.toSet());
        String municipality = cases.find(submission.caseNumber()).municipality();
        PlanContent plan = plans.latest(submission.caseNumber()).orElseThrow().content();
        for (String service : plan.services()) {
            boolean decided = types.needsSupportDecision(submission.procedureSet(), service, submission.actDate());
            if (decided && !checked.contains(service)) {
                String name = catalogue.name(municipality, service, submission.actDate());
                refusals.add(Refusal.ofField("useConditionResults", "「" + name + "」の利用要件の確認がありません（要領 第10条第1号）。"));
            }
        }
        if (submission.rows("useConditionResults").stream().anyMatch(row -> !isMet(row))) {
            refusals.add(Refusal.ofField("planCheck", "利用要件に「非該当」か「確認できない」があるときは、「適切」の案にはできません（要領 第10条第1号）。"));
        }
        return refusals;
    }

    /** 決裁方法 is the one that holds when the officer's check ends. */
    @Override
    public Map<String, Object> derive(Submission submission) {
        return Map.of("approvalMethod", settings.today(Settings.APPROVAL_METHOD).orElse("tsunagu"));
    }

    private static boolean isMet(JsonNode row) {
        return Set.of("met", "equivalent").contains(row.path("result").asText());
    }
}
