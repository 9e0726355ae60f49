package jp.tsunagu.procedure.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import jp.tsunagu.engine.OpenToProcedures;

/** What tables ask about the person, answered out of what the scenario tells. Named {@code caseFacts} in the tables. */
@OpenToProcedures({"text", "number", "openWelfareReferral"})
public final class TrialFacts {

    private final TrialStage stage;

    TrialFacts(TrialStage stage) {
        this.stage = stage;
    }

    public String text(String caseNumber, String field) {
        JsonNode value = stage.present().known.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    public BigDecimal number(String caseNumber, String field) {
        JsonNode value = stage.present().known.path(field);
        return value.isNumber() ? value.decimalValue() : null;
    }

    public boolean openWelfareReferral(String caseNumber) {
        return !stage.present().handovers.isEmpty();
    }
}
