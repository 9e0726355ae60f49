package jp.tsunagu.procedure.scenario;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;

/** Roles as a scenario names them: in Japanese, or by the id of the group. */
final class ScenarioRoles {

    private static final Map<String, String> GROUPS = groups();

    private ScenarioRoles() {}

    static Optional<String> group(String word) {
        return Optional.ofNullable(GROUPS.get(word.replaceAll("[ 　]", "")));
    }

    static String name(String group) {
        return Accounts.groupNames().getOrDefault(group, group);
    }

    static String names(Iterable<String> groups) {
        StringBuilder names = new StringBuilder();
        groups.forEach(group -> names.append(names.isEmpty() ? "" : "・").append(name(group)));
        return names.isEmpty() ? "だれにも割り当てられていない" : names.toString();
    }

    static String known() {
        return Accounts.groupNames().values().stream().collect(Collectors.joining("、"));
    }

    private static Map<String, String> groups() {
        Map<String, String> groups = new TreeMap<>();
        Accounts.groupNames().forEach((id, name) -> {
            groups.put(id, id);
            groups.put(name.replace(" ", ""), id);
        });
        groups.put("主任", Roles.CHIEF);
        return groups;
    }
}
