package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;

/** Dates and state of a case at one moment, beside what its forms hold. */
record CaseState(
        CaseStatus status, LocalDate closedOn, LocalDate nextDate, LocalDate lastContactOn, LocalDate waitingSince) {

    String json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("status", status.name())
                .put("closedOn", text(closedOn))
                .put("nextDate", text(nextDate))
                .put("lastContactOn", text(lastContactOn))
                .put("waitingSince", text(waitingSince))
                .toString();
    }

    static CaseState of(JsonNode json) {
        return new CaseState(
                CaseStatus.valueOf(json.path("status").asText()),
                day(json, "closedOn"),
                day(json, "nextDate"),
                day(json, "lastContactOn"),
                day(json, "waitingSince"));
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static LocalDate day(JsonNode json, String name) {
        return json.path(name).isTextual() ? LocalDate.parse(json.path(name).asText()) : null;
    }
}
