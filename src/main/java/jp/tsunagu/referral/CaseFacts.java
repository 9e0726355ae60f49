package jp.tsunagu.referral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.function.Supplier;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.OpenToProcedures;
import jp.tsunagu.referral.Referral.Kind;
import org.springframework.stereotype.Component;

/**
 * Facts about a person for decision tables, named {@code caseFacts} there. Read from the case file at the moment of the
 * decision; they never become variables of the engine (要領 第12条).
 */
@OpenToProcedures({"text", "number", "openWelfareReferral"})
@Component("caseFacts")
public class CaseFacts {

    private final Cases cases;
    private final Referrals referrals;
    private final ThreadLocal<ObjectNode> typed = new ThreadLocal<>();

    CaseFacts(Cases cases, Referrals referrals) {
        this.cases = cases;
        this.referrals = referrals;
    }

    /** A choice or text of the case; null if nobody answered. */
    public String text(String caseNumber, String field) {
        JsonNode value = value(caseNumber, field);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    /** An amount of the case; null if nobody answered. */
    public BigDecimal number(String caseNumber, String field) {
        JsonNode value = value(caseNumber, field);
        return value.isNumber() ? value.decimalValue() : null;
    }

    /** True while a handover to the welfare office is under way. */
    public boolean openWelfareReferral(String caseNumber) {
        return referrals.hasOpen(caseNumber, Kind.WELFARE_OFFICE);
    }

    /** Lets a table see what is typed but not sent yet, for advice while typing. */
    <T> T withTyped(ObjectNode values, Supplier<T> decision) {
        typed.set(values);
        try {
            return decision.get();
        } finally {
            typed.remove();
        }
    }

    private JsonNode value(String caseNumber, String field) {
        ObjectNode overlay = typed.get();
        return overlay != null && overlay.has(field) ? overlay.path(field) : cases.field(caseNumber, field);
    }
}
