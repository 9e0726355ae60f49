package jp.tsunagu.access.oidc;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagu.access.Accounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which of our groups the values of a claim mean. One that means nothing is ignored, and whoever runs the server is told. */
class ExternalGroups {

    private static final Logger LOG = LoggerFactory.getLogger(ExternalGroups.class);
    private static final int MOST_TOLD = 100;
    private static final int LONGEST_TOLD = 80;

    private final Map<String, String> meanings;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** A setting that names a group of ours which does not exist stops the start. */
    ExternalGroups(Map<String, String> meanings) {
        List<String> unknown = meanings.values().stream()
                .filter(group -> !Accounts.groupNames().containsKey(group))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("TSUNAGU_LOGIN_OIDC_GROUPS に、知らない役割があります: " + unknown);
        }
        this.meanings = meanings;
    }

    Set<String> of(Object claim) {
        Collection<?> values = claim instanceof Collection<?> list ? list : claim == null ? List.of() : List.of(claim);
        Set<String> groups = new TreeSet<>();
        for (Object value : values) {
            String group = meanings.get(value.toString());
            if (group == null) {
                tell(value.toString());
            } else {
                groups.add(group);
            }
        }
        return groups;
    }

    private void tell(String value) {
        if (told.size() < MOST_TOLD && told.add(value)) {
            LOG.warn(
                    "統合認証のグループ「{}」は、TSUNAGU_LOGIN_OIDC_GROUPS にないため使いません。",
                    value.replaceAll("\\p{Cntrl}", "?").substring(0, Math.min(value.length(), LONGEST_TOLD)));
        }
    }
}
