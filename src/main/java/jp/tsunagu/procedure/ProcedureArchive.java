package jp.tsunagu.procedure;

import java.util.Map;
import java.util.TreeMap;
import jp.tsunagu.engine.ProcedureSets.Part;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of every procedure set that ever was in force, as they were deployed or kept. */
@Component
public class ProcedureArchive {

    private final JdbcClient database;
    private final ProcedureTexts texts;

    ProcedureArchive(JdbcClient database, ProcedureTexts texts) {
        this.database = database;
        this.texts = texts;
    }

    /** A set without parts has no files; there is no such set. */
    public ProcedureFiles files(int set) {
        Map<String, byte[]> contents = new TreeMap<>(texts.of(set));
        for (Part part : DeployedParts.OF_ENGINE) {
            database.sql("""
                            select b.name_, b.bytes_
                            from procedure_set_part p join %s d on d.key_ = p.part_key and d.version_ = p.version and d.tenant_id_ is null
                            join act_ge_bytearray b on b.deployment_id_ = d.deployment_id_ and b.name_ = d.resource_name_
                            where p.set_id = ? and p.part = ?""".formatted(DeployedParts.table(part)))
                    .params(set, part.name())
                    .query(row -> {
                        contents.put(row.getString(1), row.getBytes(2));
                    });
        }
        database.sql("""
                        select distinct on (f.name) f.name, f.content from procedure_face f
                        join procedure_set_part p on p.set_id = :set
                          and (p.part, p.part_key, p.version) = (f.part, f.part_key, f.version)
                        where f.set_id <= :set order by f.name, f.set_id desc""").param("set", set).query(row -> {
            contents.put(row.getString(1), row.getBytes(2));
        });
        return ProcedureFiles.of(contents);
    }
}
