package jp.tsunagu.procedure;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** An arbitrary number that all nodes agree on. */
    private static final long LOCK = 7_106_041L;

    private final JdbcClient database;
    private final RarelyChanged rarely;
    private final DeployedParts deployed;
    private final ProcedureTexts texts;
    private final Clock clock;
    private final Map<Integer, Map<ProcedurePart, Integer>> known = new ConcurrentHashMap<>();

    ProcedureSetTable(
            JdbcClient database, RarelyChanged rarely, DeployedParts deployed, ProcedureTexts texts, Clock clock) {
        this.database = database;
        this.rarely = rarely;
        this.deployed = deployed;
        this.texts = texts;
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
        Integer version = known.computeIfAbsent(set, this::read).get(new ProcedurePart(part, key));
        if (version == null) {
            throw new IllegalStateException("手続一式 " + set + " に " + part + " " + key + " がありません。");
        }
        return version;
    }

    /** The latest picture of this version of a diagram, where it was only drawn anew. */
    @Override
    public Optional<byte[]> picture(String processDefinitionId) {
        return database.sql("""
                        select f.content from act_re_procdef d
                        join procedure_face f on f.part = 'PROCESS' and f.part_key = d.key_ and f.version = d.version_
                        where d.id_ = ? order by f.set_id desc limit 1""").params(processDefinitionId).query(byte[].class).optional();
    }

    /** Whoever opens a set waits for whoever is at it. */
    void lock() {
        database.sql("select pg_advisory_xact_lock(?)").params(LOCK).query(row -> {});
        rarely.changed();
    }

    Map<ProcedurePart, Integer> parts(int set) {
        return known.computeIfAbsent(set, this::read);
    }

    /**
     * Opens a set in which the product's own files have their latest version, and everything else is as it was; none if that
     * changes nothing.
     *
     * @param own the parts that the product's files define
     */
    void openPackaged(Set<ProcedurePart> own) {
        lock();
        if (texts.giveToOldSets()) {
            known.clear();
        }
        Integer before = database.sql("select max(id) from procedure_set")
                .query(Integer.class)
                .optional()
                .orElse(null);
        Map<ProcedurePart, Integer> latest = latest();
        if (before == null) {
            open(latest, Origin.packaged(), null);
            return;
        }
        Map<ProcedurePart, Integer> parts = new HashMap<>(parts(before));
        own.stream().filter(latest::containsKey).forEach(part -> parts.put(part, latest.get(part)));
        if (!parts.equals(parts(before))) {
            open(parts, Origin.packaged(), before);
        }
    }

    int open(Map<ProcedurePart, Integer> parts, Origin origin, Integer before) {
        int set = database.sql("""
                        insert into procedure_set
                          (published_at, source, title, reason, published_by, effective_on, draft_id, follows, withdraws)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        OffsetDateTime.now(clock),
                        origin.source(),
                        origin.title(),
                        origin.reason(),
                        origin.person(),
                        origin.effectiveOn(),
                        origin.draft(),
                        before,
                        origin.withdraws())
                .query(Integer.class)
                .single();
        parts.forEach((key, version) -> {
            if (key.part() == Part.TEXT) {
                texts.put(set, key.key(), version);
            } else {
                database.sql("insert into procedure_set_part (set_id, part, part_key, version) values (?, ?, ?, ?)")
                        .params(set, key.part().name(), key.key(), version)
                        .update();
            }
        });
        rarely.changed();
        return set;
    }

    private Map<ProcedurePart, Integer> latest() {
        Map<ProcedurePart, Integer> latest = new HashMap<>();
        for (Part part : DeployedParts.OF_ENGINE) {
            deployed.latestVersions(part).forEach((key, version) -> latest.put(new ProcedurePart(part, key), version));
        }
        texts.latestVersions().forEach((name, version) -> latest.put(new ProcedurePart(Part.TEXT, name), version));
        return latest;
    }

    private Map<ProcedurePart, Integer> read(int set) {
        Map<ProcedurePart, Integer> parts = new HashMap<>();
        database.sql("select part, part_key, version from procedure_set_part where set_id = ?")
                .params(set)
                .query((row, number) ->
                        parts.put(new ProcedurePart(Part.valueOf(row.getString(1)), row.getString(2)), row.getInt(3)))
                .list();
        texts.versions(set).forEach((name, version) -> parts.put(new ProcedurePart(Part.TEXT, name), version));
        return parts;
    }
}
