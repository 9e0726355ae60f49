package jp.tsunagu.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.form.FilledForm;
import jp.tsunagu.form.FormField;

/** What staff know when they fill in a form: plausible dates, who sits in a meeting, which service is applied for. */
final class Habits implements FilledForm.Hand {

    /** Stands in every text that somebody types; must never be found in a table of the engine. */
    static final String MARK = "識別試験";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double SLIP = 0.02;
    private static final Set<String> APPLIED_FOR =
            Set.of("employmentPreparationSupport", "householdImprovementSupport", "learningSupport");
    private static final List<String> SERVICES = List.of(
            "employmentPreparationSupport",
            "employmentPreparationSupport",
            "householdImprovementSupport",
            "selfRelianceEmploymentSupport",
            "selfRelianceEmploymentSupport",
            "learningSupport",
            "housingSecurityBenefit",
            "welfareLoan",
            "informal");

    private final Dice dice;
    private final Dates dates;
    private final boolean towardsTheEnd;
    private final ObjectNode served;
    private final Map<String, JsonNode> decided = new HashMap<>();

    /**
     * @param fixed answers that are given, for a story that is told again
     */
    Habits(Dice dice, LocalDateTime now, boolean towardsTheEnd, ObjectNode served, Map<String, JsonNode> fixed) {
        this.dice = dice;
        this.dates = new Dates(dice, now);
        this.towardsTheEnd = towardsTheEnd;
        this.served = served;
        decided.putAll(fixed);
    }

    /** These answers were refused: next time others. */
    void forget(Collection<String> fields) {
        decided.keySet().removeAll(fields);
    }

    @Override
    public JsonNode answer(FormField field, JsonNode given) {
        String key = field.key();
        if (Leanings.decides(key)) {
            return decided.computeIfAbsent(key, this::decide);
        }
        return switch (key) {
            case "contentCheck" ->
                text(is("planCheck", "suitable") ? "suitable" : dice.one(List.of("suitable", "unsuitable")));
            case "conferenceChoice" -> dice.chance(0.5) ? text("new") : null;
            // every receiver needs to know who comes; what else they need is in a table that staff do not know by heart
            case "sharedItems" -> dice.chance(0.8) ? JSON.createArrayNode().add("name") : null;
            case "service", "applied", "agency", "kind" -> given.isMissingNode() ? null : given;
            case "result" ->
                text(
                        is("planCheck", "suitable")
                                ? dice.one(List.of("met", "equivalent"))
                                : dice.one(List.of("met", "notMet", "unconfirmed")));
            default -> field.type().equals("datetime") ? dates.of(field, given) : words(field, given);
        };
    }

    private JsonNode decide(String key) {
        if (!key.equals("wardDecision")) {
            return JSON.valueToTree(dice.weighted(Leanings.of(key, towardsTheEnd)));
        }
        boolean suitable = served.path("planCheck").asText().equals("suitable") != dice.chance(SLIP);
        boolean back = !towardsTheEnd && dice.chance(0.1);
        return text(back ? "returnInside" : suitable ? "decided" : "rejected");
    }

    private boolean is(String key, String value) {
        return decided.computeIfAbsent(key, this::decide).asText().equals(value);
    }

    private JsonNode words(FormField field, JsonNode given) {
        boolean free = field.type().startsWith("text")
                && field.rules().path("pattern").asText("").isEmpty()
                && field.rules().path("validationType").asText("").isEmpty();
        boolean empty = !field.rules().path("required").asBoolean() && dice.chance(0.5);
        if (!free || empty || (given.isTextual() && !given.asText().isBlank() && dice.chance(0.7))) {
            return null;
        }
        String words = MARK + "の" + field.key();
        int longest = field.rules().path("maxLength").asInt(words.length());
        return text(words.substring(0, Math.min(longest, words.length())));
    }

    @Override
    public ArrayNode rows(FormField list, JsonNode given) {
        if (given.isArray() && !given.isEmpty() && (list.isFixed() || keeps(list.path()))) {
            return given.deepCopy();
        }
        ArrayNode rows = JSON.createArrayNode();
        switch (list.path()) {
            case "attendees" -> attendees(rows);
            case "planItems" -> items(rows, dice.between(1, 3));
            case "employmentItems" -> items(rows, dice.between(0, 1));
            default -> {
                int count = list.isFixed() ? 0 : dice.between(1, 2);
                for (int i = 0; i < count; i++) {
                    rows.addObject();
                }
            }
        }
        return rows;
    }

    private boolean keeps(String list) {
        boolean fromServer = Set.of("useConditionResults", "agencyRechecks").contains(list);
        return !dice.chance(fromServer ? SLIP : 0.3);
    }

    private void attendees(ArrayNode rows) {
        rows.addObject().put("kind", "chief");
        if (!dice.chance(SLIP)) {
            rows.addObject().put("kind", "wardOfficer");
        }
        if (dice.chance(0.3)) {
            rows.addObject().put("kind", "outside");
        }
    }

    private void items(ArrayNode rows, int count) {
        for (int i = 0; i < count; i++) {
            String service = dice.one(SERVICES);
            rows.addObject().put("service", service).put("applied", APPLIED_FOR.contains(service) != dice.chance(SLIP));
        }
    }

    private static TextNode text(String text) {
        return TextNode.valueOf(text);
    }
}
