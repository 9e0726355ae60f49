package jp.tsunagu.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.tsunagu.form.Refusal;
import org.junit.jupiter.api.Test;

/** What stands in a plan twice would be decided twice (要領 第9条第8号). */
class PlanRulesTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private static PlanItem item(String service, String provider, LocalDate from) {
        return new PlanItem(service, "週に数回", provider, "担当", from, from.plusMonths(6), false);
    }

    private static List<String> refused(PlanItem... items) {
        return PlanRules.items(List.of(items), "planItems", service -> false, UnaryOperator.identity()).stream()
                .map(Refusal::reason)
                .toList();
    }

    @Test
    void oneServiceOfOneProviderFromOneDayIsOneLine() {
        assertThat(refused(item("welfareLoan", "社協", MAY), item("welfareLoan", "社協", MAY)))
                .singleElement()
                .asString()
                .contains("二行");
    }

    @Test
    void anotherProviderOrAnotherDayIsAnotherLine() {
        assertThat(refused(
                        item("welfareLoan", "社協", MAY),
                        item("welfareLoan", "区", MAY),
                        item("welfareLoan", "社協", MAY.plusDays(1))))
                .isEmpty();
    }
}
