package jp.tsunagu.procedure;

import java.time.LocalDate;
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
     * @param packaged true if it came with the program
     * @param title what the change was about; null of one that came with the program, as are the next four
     * @param reason why
     * @param publishedBy who approved it, or took its follower back
     * @param effectiveOn its 施行日
     * @param draft the number of the 改定案 that it was
     */
    public record SetLine(
            int id,
            OffsetDateTime publishedAt,
            boolean packaged,
            String title,
            String reason,
            String publishedBy,
            LocalDate effectiveOn,
            Integer draft) {}

    /**
     * A version of a diagram, table, form or text.
     *
     * @param file its file, with its folder
     * @param since the set that first had this version
     */
    public record PartLine(Part part, String key, int version, String file, int since) {}

    /** The latest first. What publishing adds to a set is read by name, so that a set is also read where nothing was published yet. */
    public List<SetLine> sets() {
        return database.sql("""
                        select s.id, s.published_at, s.source, of ->> 'title', of ->> 'reason', of ->> 'published_by',
                          (of ->> 'effective_on')::date, (of ->> 'draft_id')::integer
                        from procedure_set s cross join lateral to_jsonb(s) of order by s.id desc""")
                .query((row, number) -> new SetLine(
                        row.getInt(1),
                        row.getObject(2, OffsetDateTime.class),
                        PackagedDeployer.PACKAGED.equals(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, LocalDate.class),
                        row.getObject(8, Integer.class)))
                .list();
    }

    public List<PartLine> parts(int set) {
        List<PartLine> parts = new ArrayList<>();
        for (Part part : DeployedParts.OF_ENGINE) {
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
        parts.addAll(database.sql("""
                        select t.name, t.version, (select min(q.set_id) from procedure_set_text q
                          where q.name = t.name and q.version = t.version)
                        from procedure_set_text t where t.set_id = ? order by t.name""")
                .params(set)
                .query((row, number) ->
                        new PartLine(Part.TEXT, row.getString(1), row.getInt(2), row.getString(1), row.getInt(3)))
                .list());
        return parts;
    }
}
