package jp.tsunagu.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.tsunagu.engine.ProcedureSets.Part;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is deployed at present, of every kind. The engine's public API has no query for forms, so all three are read alike. */
@Component
class DeployedParts {

    /** What the engine reads. */
    static final List<Part> OF_ENGINE = List.of(Part.PROCESS, Part.DECISION, Part.FORM);

    private final JdbcClient database;

    DeployedParts(JdbcClient database) {
        this.database = database;
    }

    /** Key → latest version. */
    Map<String, Integer> latestVersions(Part part) {
        Map<String, Integer> versions = new TreeMap<>();
        database.sql("select key_, max(version_) from " + table(part) + " where tenant_id_ is null group by key_")
                .query((row, number) -> versions.put(row.getString(1), row.getInt(2)))
                .list();
        return versions;
    }

    /** Key → version of what one deployment brought. */
    Map<String, Integer> versionsIn(Part part, String deployment) {
        Map<String, Integer> versions = new TreeMap<>();
        database.sql("select key_, version_ from " + table(part) + " where deployment_id_ = ?")
                .params(deployment)
                .query((row, number) -> versions.put(row.getString(1), row.getInt(2)))
                .list();
        return versions;
    }

    Optional<String> latestDeployment(Part part, String key) {
        return database.sql("select deployment_id_ from " + table(part)
                        + " where key_ = ? and tenant_id_ is null order by version_ desc limit 1")
                .params(key)
                .query(String.class)
                .optional();
    }

    static String table(Part part) {
        return switch (part) {
            case PROCESS -> "act_re_procdef";
            case DECISION -> "act_re_decision_def";
            case FORM -> "act_re_camformdef";
            case TEXT -> throw new IllegalArgumentException("the engine has no texts");
        };
    }
}
