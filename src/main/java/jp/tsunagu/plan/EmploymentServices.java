package jp.tsunagu.plan;

import java.util.List;
import java.util.Set;

/** Services that are 就労支援員's work (要領 第8条、第11条第3号). */
public final class EmploymentServices {

    private static final Set<String> CODES = Set.of(
            "selfRelianceEmploymentSupport",
            "employmentPromotionProject",
            "employmentPreparationSupport",
            "employmentTraining");

    private EmploymentServices() {}

    static boolean isIn(PlanContent plan) {
        return anyIn(plan.services());
    }

    /** @param services codes of the catalogue */
    public static boolean anyIn(List<String> services) {
        return services.stream().anyMatch(CODES::contains);
    }
}
