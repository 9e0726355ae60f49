package jp.tsunagu.plan;

import java.util.Set;

/** Services that are 就労支援員's work (要領 第8条、第11条第3号). */
final class EmploymentServices {

    private static final Set<String> CODES = Set.of(
            "selfRelianceEmploymentSupport",
            "employmentPromotionProject",
            "employmentPreparationSupport",
            "employmentTraining");

    private EmploymentServices() {}

    static boolean isIn(PlanContent plan) {
        return plan.services().stream().anyMatch(CODES::contains);
    }
}
