package jp.tsunagu.procedure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import jp.tsunagu.engine.InternalActs;
import jp.tsunagu.engine.ProcedureSets.Part;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of every procedure set that ever was in force, as they were deployed. */
@Component
public class ProcedureArchive {

    private record Resource(String deployment, String name) {}

    private final JdbcClient database;
    private final ProcessEngine engine;
    private final InternalActs acts;

    ProcedureArchive(JdbcClient database, ProcessEngine engine, InternalActs acts) {
        this.database = database;
        this.engine = engine;
        this.acts = acts;
    }

    /** A set without parts has no files; there is no such set. */
    public ProcedureFiles files(int set) {
        Map<String, byte[]> contents = new TreeMap<>();
        for (Part part : Part.values()) {
            database.sql("""
                            select d.deployment_id_, d.resource_name_
                            from procedure_set_part p join %s d on d.key_ = p.part_key and d.version_ = p.version and d.tenant_id_ is null
                            where p.set_id = ? and p.part = ?""".formatted(DeployedParts.table(part)))
                    .params(set, part.name())
                    .query((row, number) -> new Resource(row.getString(1), row.getString(2)))
                    .list()
                    .forEach(resource -> contents.put(resource.name(), content(resource)));
        }
        database.sql("""
                        select distinct on (f.name) f.name, f.content from procedure_face f
                        join procedure_set_part p on p.set_id = :set
                          and (p.part, p.part_key, p.version) = (f.part, f.part_key, f.version)
                        where f.set_id <= :set order by f.name, f.set_id desc""")
                .param("set", set)
                .query(row -> {
                    contents.put(row.getString(1), row.getBytes(2));
                });
        return ProcedureFiles.of(contents);
    }

    private byte[] content(Resource resource) {
        return acts.perform("手続のファイル", () -> {
            try (InputStream file =
                    engine.getRepositoryService().getResourceAsStream(resource.deployment(), resource.name())) {
                return file.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
