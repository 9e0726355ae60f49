package jp.tsunagu.benchmark;

import java.util.List;
import java.util.Map;
import jp.tsunagu.access.Roles;

/** Who works in the benchmark. */
final class People {

    private static final Map<String, List<String>> GROUPS = Map.of(
            "saeki", List.of(Roles.CONSULTATION_SUPPORTER),
            "manabe", List.of(Roles.CHIEF),
            "nishina", List.of(Roles.HOUSEHOLD_SUPPORTER),
            "uda", List.of(Roles.WARD_OFFICER),
            "otsuki", List.of(Roles.WARD_SUBSECTION_CHIEF),
            "kaji", List.of(Roles.WARD_SECTION_CHIEF));

    private People() {}

    static List<String> groupsOf(String account) {
        return GROUPS.get(account);
    }

    static Map<String, List<String>> all() {
        return GROUPS;
    }
}
