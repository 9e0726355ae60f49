package jp.tsunagu.ledger;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.engine.Members;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who looked at a case, by role and not by name: what the person may be told of the access log. */
@Component
class Readers {

    private static final String PROGRAM = "（自動の処理、または今は登録のない利用者）";

    private final JdbcClient database;
    private final Members members;

    Readers(JdbcClient database, Members members) {
        this.database = database;
        this.members = members;
    }

    private record Acts(String user, String kind, int count) {}

    /** Role → what they did how often, such as 閲覧 12回、印刷 1回. */
    Map<String, String> byRole(String caseNumber) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        database.sql("select user_id as \"user\", kind, count(*) as count from access_record where case_number = ?"
                        + " group by 1, 2")
                .param(caseNumber)
                .query(Acts.class)
                .list()
                .forEach(acts -> counts.computeIfAbsent(role(acts.user()), first -> new TreeMap<>())
                        .merge(acts.kind(), acts.count(), Integer::sum));
        Map<String, String> words = new TreeMap<>();
        counts.forEach((role, kinds) -> words.put(
                role,
                kinds.entrySet().stream()
                        .map(kind -> kind.getKey() + " " + kind.getValue() + "回")
                        .collect(Collectors.joining("、"))));
        return words;
    }

    private String role(String user) {
        String roles = members.groupsOf(user).stream()
                .map(group -> Accounts.groupNames().getOrDefault(group, group))
                .sorted()
                .collect(Collectors.joining("・"));
        return roles.isEmpty() ? PROGRAM : roles;
    }
}
