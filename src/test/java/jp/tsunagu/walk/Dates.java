package jp.tsunagu.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.form.FormField;

/** Dates as staff write them: acts today or some days ago, promises in the time to come. */
final class Dates {

    private record Span(int from, int to) {}

    /** Days from today. */
    private static final Map<String, Span> SPANS = Map.ofEntries(
            Map.entry("nextDate", new Span(0, 45)),
            Map.entry("nextContactDate", new Span(0, 45)),
            Map.entry("welfareReviewDate", new Span(1, 14)),
            Map.entry("birthDate", new Span(-365 * 80, -365 * 18)),
            Map.entry("from", new Span(-5, 15)),
            Map.entry("to", new Span(30, 400)),
            Map.entry("achieveBy", new Span(30, 365)),
            Map.entry("newConferenceDate", new Span(-3, 14)),
            Map.entry("newEvaluationDate", new Span(10, 120)),
            Map.entry("emergencySupportUntil", new Span(0, 14)),
            Map.entry("replyBy", new Span(1, 20)),
            Map.entry("roleBy", new Span(1, 90)),
            Map.entry("evictionDate", new Span(-30, 60)),
            Map.entry("diedOn", new Span(-5, 0)),
            Map.entry("moveDate", new Span(-10, 10)),
            Map.entry("welfareStartDate", new Span(-20, 0)),
            Map.entry("leftJobOn", new Span(-3000, 0)));

    /** Facts and agreements: once written they stay as they are. */
    private static final Set<String> LASTING =
            Set.of("birthDate", "from", "to", "achieveBy", "leftJobOn", "evictionDate");

    private static final Span JUST_NOW = new Span(-3, 0);
    private static final double TODAY = 0.85;

    private final Dice dice;
    private final LocalDateTime now;

    Dates(Dice dice, LocalDateTime now) {
        this.dice = dice;
        this.now = now;
    }

    JsonNode of(FormField field, JsonNode given) {
        boolean required = field.rules().path("required").asBoolean();
        boolean named = SPANS.containsKey(field.key());
        if (!required && dice.chance(0.4)) {
            return NullNode.instance;
        }
        // what stands there is a proposal, or what was once said: a deadline that has passed is not said again
        if (given.isTextual() && !given.asText().isEmpty() && (!named || LASTING.contains(field.key()))) {
            if (dice.chance(TODAY)) {
                return given;
            }
        }
        Span span = SPANS.getOrDefault(field.key(), dice.chance(TODAY) ? new Span(0, 0) : JUST_NOW);
        LocalDateTime day = now.plusDays(dice.between(span.from(), span.to()));
        boolean withTime = field.json().path("subtype").asText().equals("datetime");
        return TextNode.valueOf(
                withTime
                        ? day.minusMinutes(dice.between(0, 60))
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString()
                        : day.toLocalDate().toString());
    }
}
