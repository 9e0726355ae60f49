package jp.tsunagu.procedure;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.engine.ProcedureSets.Part;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which procedure sets there were, and since when each of their parts is as it is. */
@Component
public class ProcedureRegister {

    private final JdbcClient database;

    ProcedureRegister(JdbcClient database) {
        this.database = database;
    }

    /**
     * A procedure set.
     *
     * @param publishedAt from when new cases follow it
     * @param source {@code packaged} if it came with the program, else {@code draft-} and the number of its 改定案
     */
    public record SetLine(int id, OffsetDateTime publishedAt, String source) {

        public boolean packaged() {
            return PackagedDeployer.PACKAGED.equals(source);
        }
    }

    /**
     * A version of a diagram, table or form.
     *
     * @param file its file, with its folder
     * @param since the set that first had this version
     */
    public record PartLine(Part part, String key, int version, String file, int since) {}

    /** The latest first. */
    public List<SetLine> sets() {
        return database.sql("select id, published_at, source from procedure_set order by id desc")
                .query((row, number) ->
                        new SetLine(row.getInt(1), row.getObject(2, OffsetDateTime.class), row.getString(3)))
                .list();
    }

    public List<PartLine> parts(int set) {
        List<PartLine> parts = new ArrayList<>();
        for (Part part : Part.values()) {
            parts.addAll(database.sql("""
                            select p.part_key, p.version, d.resource_name_, (select min(q.set_id) from procedure_set_part q
                              where q.part = p.part and q.part_key = p.part_key and q.version = p.version)
                            from procedure_set_part p join %s d on d.key_ = p.part_key and d.version_ = p.version and d.tenant_id_ is null
                            where p.set_id = ? and p.part = ? order by d.resource_name_, p.part_key""".formatted(DeployedParts.table(part)))
                    .params(set, part.name())
                    .query((row, number) ->
                            new PartLine(part, row.getString(1), row.getInt(2), row.getString(3), row.getInt(4)))
                    .list());
        }
        return parts;
    }
}
