package jp.tsunagu.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;

/**
 * One line of support in a plan; informal support is a line too.
 *
 * @param service code of the service catalogue
 * @param provider the body that gives it
 * @param applied whether the person applies for it on 第4号様式 (要領 第9条第6号)
 */
public record PlanItem(
        String service,
        String content,
        String provider,
        String responsible,
        LocalDate from,
        LocalDate to,
        boolean applied) {

    static PlanItem of(JsonNode row) {
        return new PlanItem(
                row.path("service").asText(),
                row.path("content").asText(),
                row.path("provider").asText().trim(),
                row.path("responsible").asText(),
                LocalDate.parse(row.path("from").asText()),
                LocalDate.parse(row.path("to").asText()),
                row.path("applied").asBoolean());
    }
}
