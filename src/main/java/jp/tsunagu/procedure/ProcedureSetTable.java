package jp.tsunagu.procedure;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagu.engine.ProcedureSets;
import jp.tsunagu.engine.RarelyChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 手続一式 in its tables. A set never changes once it is written, so it is read once and remembered. */
@Component
class ProcedureSetTable implements ProcedureSets {

    private record Current() {}

    private static final Current CURRENT = new Current();

    private record PartKey(Part part, String key) {}

    private final JdbcClient database;
    private final RarelyChanged rarely;
    private final DeployedParts deployed;
    private final Clock clock;
    private final Map<Integer, Map<PartKey, Integer>> known = new ConcurrentHashMap<>();

    ProcedureSetTable(JdbcClient database, RarelyChanged rarely, DeployedParts deployed, Clock clock) {
        this.database = database;
        this.rarely = rarely;
        this.deployed = deployed;
        this.clock = clock;
    }

    @Override
    public int current() {
        return rarely.read(
                CURRENT,
                () -> database.sql("select max(id) from procedure_set")
                        .query(Integer.class)
                        .optional()
                        .orElseThrow(() -> new IllegalStateException("手続がまだ配備されていません。")));
    }

    @Override
    public int version(int set, Part part, String key) {
        Integer version = known.computeIfAbsent(set, this::read).get(new PartKey(part, key));
        if (version == null) {
            throw new IllegalStateException("手続一式 " + set + " に " + part + " " + key + " がありません。");
        }
        return version;
    }

    /** Opens a new set of the latest versions, unless that is what the present set already is. */
    void publishLatest(String source) {
        Map<PartKey, Integer> latest = latest();
        boolean unchanged = database.sql("select count(*) from procedure_set")
                                .query(Integer.class)
                                .single()
                        > 0
                && known.computeIfAbsent(current(), this::read).equals(latest);
        if (unchanged) {
            return;
        }
        int set = database.sql("insert into procedure_set (published_at, source) values (?, ?) returning id")
                .params(OffsetDateTime.now(clock), source)
                .query(Integer.class)
                .single();
        latest.forEach((key, version) -> database.sql(
                        "insert into procedure_set_part (set_id, part, part_key, version) values (?, ?, ?, ?)")
                .params(set, key.part().name(), key.key(), version)
                .update());
        rarely.changed();
    }

    private Map<PartKey, Integer> latest() {
        Map<PartKey, Integer> latest = new ConcurrentHashMap<>();
        for (Part part : Part.values()) {
            deployed.latestVersions(part).forEach((key, version) -> latest.put(new PartKey(part, key), version));
        }
        return latest;
    }

    private Map<PartKey, Integer> read(int set) {
        Map<PartKey, Integer> parts = new java.util.HashMap<>();
        database.sql("select part, part_key, version from procedure_set_part where set_id = ?")
                .params(set)
                .query((row, number) ->
                        parts.put(new PartKey(Part.valueOf(row.getString(1)), row.getString(2)), row.getInt(3)))
                .list();
        return parts;
    }
}
