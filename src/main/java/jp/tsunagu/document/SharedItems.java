package jp.tsunagu.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a つなぎ票 may tell: of the case file only the items that were ticked when it was sent (渡す情報). Whoever prints one can hold
 * back more than that, never less.
 */
final class SharedItems {

    private static final Map<String, Set<String>> FIELDS = Map.of(
            "name",
            Set.of(
                    "name",
                    "kana",
                    "birthDate",
                    "phone",
                    "email",
                    "contactNote",
                    "noFixedAddress",
                    "postalCode",
                    "address",
                    "presentPlace",
                    "accommodations"),
            "income",
            Set.of("monthlyIncome", "householdIncome", "assets", "arrears", "debts", "hasDebts"),
            "health",
            Set.of("healthState", "medicalNote", "disabilityCertificate", "healthInsurance"),
            "work",
            Set.of("workState", "workHistory", "licences", "education"),
            "family",
            Set.of("household", "cohabitants", "maritalStatus", "children", "familySituation"),
            "assessment",
            Set.of("chiefComplaint", "issues", "issueBackground", "supportPolicy"),
            "plan",
            Set.of("planWishes", "planIssues", "planLongTermGoal", "planGoals", "planItems", "planNotes"));

    private SharedItems() {}

    /** The fields of the items that are ticked on a つなぎ票. */
    static Predicate<String> of(JsonNode fields) {
        Set<String> shared = new HashSet<>();
        fields.path("sharedItems").forEach(item -> shared.addAll(FIELDS.getOrDefault(item.asText(), Set.of())));
        return shared::contains;
    }
}
