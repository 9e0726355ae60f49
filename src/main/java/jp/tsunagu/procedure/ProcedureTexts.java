package jp.tsunagu.procedure;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The texts of all procedure sets, with a version each. A version never changes. */
@Component
class ProcedureTexts {

    private final JdbcClient database;

    ProcedureTexts(JdbcClient database) {
        this.database = database;
    }

    private record Version(String source, byte[] content) {}

    /**
     * Takes a packaged text for the latest version, unless it is that already.
     *
     * @return false if the latest version is one that an administrator published; it stays
     */
    boolean takeIn(String name, byte[] content) {
        Version latest = database.sql(
                        "select source, content from procedure_text where name = ? order by version desc limit 1")
                .params(name)
                .query((row, number) -> new Version(row.getString(1), row.getBytes(2)))
                .optional()
                .orElse(null);
        if (latest != null && !PackagedDeployer.PACKAGED.equals(latest.source())) {
            return false;
        }
        if (latest == null || !Arrays.equals(latest.content(), content)) {
            add(name, content, PackagedDeployer.PACKAGED);
        }
        return true;
    }

    /** The number of the new version. */
    int add(String name, byte[] content, String source) {
        return database.sql("""
                        insert into procedure_text (name, version, source, content)
                        select :name, coalesce(max(version), 0) + 1, :source, :content from procedure_text where name = :name
                        returning version""")
                .param("name", name)
                .param("source", source)
                .param("content", content)
                .query(Integer.class)
                .single();
    }

    /**
     * Sets of a time when texts were no part of a set get what everybody had then: the packaged ones. No set is opened for it.
     *
     * @return true if there were such sets
     */
    boolean giveToOldSets() {
        return database.sql("""
                        insert into procedure_set_text (set_id, name, version)
                        select s.id, t.name, max(t.version) from procedure_set s cross join procedure_text t
                        where not exists (select 1 from procedure_set_text o where o.set_id = s.id)
                        group by s.id, t.name""").update() > 0;
    }

    void put(int set, String name, int version) {
        database.sql("insert into procedure_set_text (set_id, name, version) values (?, ?, ?)")
                .params(set, name, version)
                .update();
    }

    /** Name → latest version. */
    Map<String, Integer> latestVersions() {
        Map<String, Integer> versions = new TreeMap<>();
        database.sql("select name, max(version) from procedure_text group by name")
                .query(row -> {
                    versions.put(row.getString(1), row.getInt(2));
                });
        return versions;
    }

    /** Name → version in a set. */
    Map<String, Integer> versions(int set) {
        Map<String, Integer> versions = new TreeMap<>();
        database.sql("select name, version from procedure_set_text where set_id = ?")
                .params(set)
                .query(row -> {
                    versions.put(row.getString(1), row.getInt(2));
                });
        return versions;
    }

    byte[] content(String name, int version) {
        return database.sql("select content from procedure_text where name = ? and version = ?")
                .params(name, version)
                .query(byte[].class)
                .single();
    }

    /** Name → content in a set. */
    Map<String, byte[]> of(int set) {
        Map<String, byte[]> contents = new TreeMap<>();
        database.sql("""
                        select t.name, t.content from procedure_set_text s
                        join procedure_text t on (t.name, t.version) = (s.name, s.version) where s.set_id = ?""").params(set).query(row -> {
            contents.put(row.getString(1), row.getBytes(2));
        });
        return contents;
    }
}
