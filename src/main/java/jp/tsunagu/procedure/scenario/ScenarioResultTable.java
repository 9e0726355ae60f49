package jp.tsunagu.procedure.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Results by what was run on what: a changed procedure or scenario has none. */
@Component
class ScenarioResultTable {

    private static final int KEPT_MONTHS = 13;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient database;
    private final Clock clock;

    ScenarioResultTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A result with when and by whom it was made. */
    record Kept(ScenarioResult result, OffsetDateTime ranAt, String ranBy) {}

    /** Hash of the scenario → its result on this procedure. */
    Map<String, Kept> of(String procedure) {
        Map<String, Kept> results = new HashMap<>();
        database.sql("select scenario_hash, result, ran_at, ran_by from scenario_result where procedure_hash = ?")
                .params(procedure)
                .query(row -> {
                    results.put(
                            row.getString(1),
                            new Kept(read(row.getString(2)), row.getObject(3, OffsetDateTime.class), row.getString(4)));
                });
        return results;
    }

    /** Keeps results in the place of former ones; those of long ago go. */
    @Transactional
    void keep(String procedure, List<KeptScenario> scenarios, List<ScenarioResult> results, String person) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Map<String, String> hashes = new HashMap<>();
        scenarios.forEach(scenario -> hashes.put(scenario.id(), ContentHash.of(scenario.source())));
        for (ScenarioResult result : results) {
            database.sql("""
                            insert into scenario_result (procedure_hash, scenario_hash, result, ran_at, ran_by)
                            values (?, ?, ?, ?, ?)
                            on conflict (procedure_hash, scenario_hash) do update
                              set result = excluded.result, ran_at = excluded.ran_at, ran_by = excluded.ran_by""")
                    .params(procedure, hashes.get(result.id()), write(result), now, person)
                    .update();
        }
        database.sql("delete from scenario_result where ran_at < ?")
                .params(now.minusMonths(KEPT_MONTHS))
                .update();
    }

    static ScenarioResult read(String json) {
        try {
            return JSON.readValue(json, ScenarioResult.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result of a scenario cannot be read", e);
        }
    }

    private static String write(ScenarioResult result) {
        try {
            return JSON.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
