package jp.tsunagu.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the person agrees to: wishes, problems, goals, support with provider and period, points of care (生活困窮者自立支援法
 * 施行規則第1条). The conference's and the ward's columns of 第4号様式 are not part of it.
 *
 * @param fields the part of the case's fields that makes up the plan
 */
public record PlanContent(ObjectNode fields) {

    private static final List<String> KEYS =
            List.of("planWishes", "planIssues", "planLongTermGoal", "planGoals", "planItems", "planNotes");

    private static final String EMPLOYMENT = "employmentItems";

    /** Every field of the forms that may belong to a plan. */
    static final List<String> KEYS_OF_FORMS =
            Stream.concat(KEYS.stream(), Stream.of(EMPLOYMENT)).toList();

    private static final ObjectMapper SORTED = JsonMapper.builder()
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .build();

    /** Takes the plan out of all the fields of a case. The employment part counts only while the person wishes to work. */
    static PlanContent of(ObjectNode caseFields) {
        ObjectNode content = SORTED.createObjectNode();
        for (String key : KEYS) {
            if (caseFields.hasNonNull(key)) {
                content.set(key, caseFields.get(key));
            }
        }
        if (caseFields.path("employmentWished").asBoolean() && caseFields.hasNonNull(EMPLOYMENT)) {
            content.set(EMPLOYMENT, caseFields.get(EMPLOYMENT));
        }
        return new PlanContent(content);
    }

    /** SHA-256 over the content in one fixed order of its names: equal content, equal hash. */
    public String hash() {
        try {
            Map<?, ?> sorted = SORTED.convertValue(withoutEmpty(fields), TreeMap.class);
            byte[] bytes = SORTED.writeValueAsString(sorted).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An empty field and an absent one mean the same to the person who signs. */
    private static JsonNode withoutEmpty(JsonNode node) {
        if (node.isObject()) {
            ObjectNode kept = SORTED.createObjectNode();
            node.fields().forEachRemaining(entry -> {
                boolean empty = entry.getValue().isNull()
                        || (entry.getValue().isBoolean() && !entry.getValue().asBoolean());
                if (!empty) {
                    kept.set(entry.getKey(), withoutEmpty(entry.getValue()));
                }
            });
            return kept;
        }
        if (node.isArray()) {
            var list = SORTED.createArrayNode();
            node.forEach(member -> list.add(withoutEmpty(member)));
            return list;
        }
        return node;
    }

    public List<PlanItem> items() {
        List<PlanItem> items = new ArrayList<>();
        fields.path("planItems").forEach(row -> items.add(PlanItem.of(row)));
        fields.path(EMPLOYMENT).forEach(row -> items.add(PlanItem.of(row)));
        return items;
    }

    /** The catalogue codes of all support in the plan, each once; a half-filled line counts as soon as its service is chosen. */
    public List<String> services() {
        return Stream.of("planItems", EMPLOYMENT)
                .flatMap(key -> StreamSupport.stream(fields.path(key).spliterator(), false))
                .map(row -> row.path("service").asText(""))
                .filter(code -> !code.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** Every body that gives support, each once: all of them are asked again after a rejection. */
    public List<String> providers() {
        return items().stream().map(PlanItem::provider).distinct().toList();
    }
}
