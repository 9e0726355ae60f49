package jp.tsunagu.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import jp.tsunagu.form.Refusal;

/** What a plan must be to be agreed to. Pure: a plan in, reasons out. */
final class PlanRules {

    private PlanRules() {}

    /**
     * @param needsApplication tells for a service code whether the person applies for it on 第4号様式
     * @param name tells a service's Japanese name
     */
    static List<Refusal> refuse(PlanContent plan, Predicate<String> needsApplication, UnaryOperator<String> name) {
        List<Refusal> refusals = new ArrayList<>();
        if (plan.items().isEmpty()) {
            refusals.add(Refusal.ofField("planItems", "支援の内容を1行以上入力してください（要領 第9条第6号）。"));
        }
        if (plan.fields().path("planGoals").isEmpty()) {
            refusals.add(Refusal.ofField("planGoals", "達成目標を1行以上入力してください（要領 第9条第6号）。"));
        }
        if (plan.fields().path("planIssues").isEmpty()) {
            refusals.add(Refusal.ofField("planIssues", "解決したい課題を1行以上入力してください。"));
        }
        refusals.addAll(items(plan.items(), "planItems", needsApplication, name));
        return refusals;
    }

    /**
     * The same for some of its lines.
     *
     * @param field the list they stand in
     */
    static List<Refusal> items(
            List<PlanItem> items, String field, Predicate<String> needsApplication, UnaryOperator<String> name) {
        List<Refusal> refusals = new ArrayList<>();
        Set<List<Object>> lines = new HashSet<>();
        for (PlanItem item : items) {
            String service = name.apply(item.service());
            if (!lines.add(List.of(item.service(), item.provider(), item.from()))) {
                refusals.add(Refusal.ofField(field, "「" + service + "」が、同じ機関・同じ開始日で二行あります（就労部分も含めて）。一行にまとめてください。"));
            }
            if (item.to().isBefore(item.from())) {
                refusals.add(Refusal.ofField(field, "「" + service + "」の終了が、開始より前になっています。"));
            }
            if (needsApplication.test(item.service()) && !item.applied()) {
                refusals.add(
                        Refusal.ofField(field, "「" + service + "」には利用の申込みが必要です。「利用を申し込む」にチェックを入れてください（要領 第9条第6号）。"));
            }
            if (!needsApplication.test(item.service()) && item.applied()) {
                refusals.add(Refusal.ofField(field, "「" + service + "」には利用の申込みはありません。チェックを外してください。"));
            }
        }
        return refusals;
    }
}
