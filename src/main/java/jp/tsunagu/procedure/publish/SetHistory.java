package jp.tsunagu.procedure.publish;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was in force from when, and who changed it why. */
@Component
public class SetHistory {

    private final JdbcClient database;

    SetHistory(JdbcClient database) {
        this.database = database;
    }

    /**
     * A procedure set.
     *
     * @param packaged true if the product brought it: then nobody proposed or approved it
     * @param title what it is about, and
     * @param reason why; null if the product brought it
     * @param publishedBy who approved it, or took another one back
     * @param draft the 改定案 it comes from, or null
     * @param follows the set before it, to compare with; null for the first
     * @param withdraws the set that it takes back, or null
     */
    public record Line(
            int set,
            OffsetDateTime publishedAt,
            boolean packaged,
            String title,
            String reason,
            String createdBy,
            String proposedBy,
            String publishedBy,
            LocalDate effectiveOn,
            Integer draft,
            Integer follows,
            Integer withdraws) {}

    /** The latest first. */
    public List<Line> all() {
        return database.sql("""
                        select s.id as set, s.published_at, s.source = 'packaged' as packaged, s.title, s.reason, d.created_by,
                          p.proposed_by, s.published_by, s.effective_on, s.draft_id as draft,
                          coalesce(s.follows, (select max(id) from procedure_set e where e.id < s.id)) as follows, s.withdraws
                        from procedure_set s left join procedure_draft d on d.id = s.draft_id
                        left join procedure_publication p on p.draft_id = d.id order by s.id desc""").query(Line.class).list();
    }
}
