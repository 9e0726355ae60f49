package jp.tsunagu.disposal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The certificates in the database, to which rows are only ever added. */
@Component
class Certificates {

    private static final TypeReference<TreeMap<String, Integer>> COUNTS = new TypeReference<>() {};

    private final JdbcClient database;
    private final ObjectMapper json;

    Certificates(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Added unless it is there: after a restore the journal may know some that the backup knew too. */
    void add(Certificate of) {
        database.sql("""
                        insert into disposal_certificate (disposal_id, case_id, case_number, kind, ground, closed_on, kept_until,
                          proposed_by, proposed_at, approved_by, approved_at, erased_at, erased, after_restore)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?) on conflict (disposal_id) do nothing
                        """)
                .params(
                        of.disposalId(),
                        of.caseId(),
                        of.caseNumber(),
                        of.kind(),
                        of.ground().name(),
                        of.closedOn(),
                        of.keptUntil(),
                        of.proposedBy(),
                        of.proposedAt(),
                        of.approvedBy(),
                        of.approvedAt(),
                        of.erasedAt(),
                        text(of),
                        of.afterRestore())
                .update();
    }

    /** The latest first. */
    List<Certificate> latest(int most) {
        return database.sql("select * from disposal_certificate order by erased_at desc, case_number limit ?")
                .param(most)
                .query(this::row)
                .list();
    }

    Optional<Certificate> find(UUID disposal) {
        return database.sql("select * from disposal_certificate where disposal_id = ?")
                .param(disposal)
                .query(this::row)
                .optional();
    }

    Set<UUID> ids() {
        return Set.copyOf(database.sql("select disposal_id from disposal_certificate")
                .query(UUID.class)
                .list());
    }

    private String text(Certificate of) {
        try {
            return json.writeValueAsString(of.erased());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Certificate row(ResultSet row, int number) throws SQLException {
        try {
            return new Certificate(
                    row.getObject("disposal_id", UUID.class),
                    row.getObject("case_id", UUID.class),
                    row.getString("case_number"),
                    row.getString("kind"),
                    Ground.valueOf(row.getString("ground")),
                    row.getObject("closed_on", LocalDate.class),
                    row.getObject("kept_until", LocalDate.class),
                    row.getString("proposed_by"),
                    row.getObject("proposed_at", OffsetDateTime.class),
                    row.getString("approved_by"),
                    row.getObject("approved_at", OffsetDateTime.class),
                    row.getObject("erased_at", OffsetDateTime.class),
                    json.readValue(row.getString("erased"), COUNTS),
                    row.getBoolean("after_restore"));
        } catch (JsonProcessingException e) {
            throw new SQLException("erased", e);
        }
    }
}
