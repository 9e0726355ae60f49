package jp.tsunagu.disclosure;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of what was told to whom (要領 第12条). Rows are only added; the database refuses anything else. */
@Component
class DisclosureLog {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient database;
    private final Vault vault;
    private final Clock clock;

    DisclosureLog(JdbcClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** One line of the record. */
    record Line(
            LocalDate on,
            String body,
            String receiver,
            List<String> items,
            String ground,
            String purpose,
            String paper,
            int caseVersion,
            String by,
            Instant at) {

        private static Line read(ResultSet row, Vault vault) throws SQLException {
            UUID id = row.getObject("id", UUID.class);
            List<String> items = new ArrayList<>();
            try {
                JSON.readTree(row.getString("items")).forEach(item -> items.add(item.asText()));
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new SQLException("提供の記録の項目を読めません。", e);
            }
            return new Line(
                    row.getObject("disclosed_on", LocalDate.class),
                    row.getString("body"),
                    vault.text(receiverOf(id), row.getBytes("receiver")),
                    items,
                    row.getString("ground"),
                    vault.text(purposeOf(id), row.getBytes("purpose")),
                    row.getString("paper"),
                    row.getInt("case_version"),
                    row.getString("recorded_by"),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant());
        }
    }

    private static Place receiverOf(UUID row) {
        return Place.of("disclosure.receiver", row);
    }

    private static Place purposeOf(UUID row) {
        return Place.of("disclosure.purpose", row);
    }

    /** Adds a row, in the transaction of the act. */
    void add(UUID caseId, int caseVersion, UUID consentId, Disclosure told) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into disclosure (id, case_id, disclosed_on, body, receiver, items, ground, consent_id, purpose,
                          step, paper, case_version, conference_id, recorded_by, recorded_at)
                        values (:id, :caseId, :on, :body, :receiver, cast(:items as jsonb), :ground, :consent, :purpose,
                          :step, :paper, :version, :conference, :by, :at)
                        """)
                .param("id", id)
                .param("caseId", caseId)
                .param("on", told.on())
                .param("body", told.body())
                .param("receiver", vault.seal(receiverOf(id), told.receiver()))
                .param("items", JSON.valueToTree(told.items()).toString())
                .param("ground", told.ground())
                .param("consent", consentId)
                .param("purpose", vault.seal(purposeOf(id), told.purpose()))
                .param("step", told.step())
                .param("paper", told.paper())
                .param("version", caseVersion)
                .param("conference", told.conference())
                .param("by", told.by())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    /** True if this receiver got this paper of the meeting as the case stands now: reading it twice is one disclosure. */
    boolean holds(UUID caseId, int caseVersion, Disclosure told) {
        return database.sql("""
                        select id, receiver from disclosure where case_id = ? and conference_id = ?
                          and paper = ? and case_version = ? and items = cast(? as jsonb)
                        """)
                .params(
                        caseId,
                        told.conference(),
                        told.paper(),
                        caseVersion,
                        JSON.valueToTree(told.items()).toString())
                .query((row, number) -> vault.text(receiverOf(row.getObject(1, UUID.class)), row.getBytes(2)))
                .list()
                .contains(told.receiver());
    }

    /** Everything that was told of a case, the oldest first. */
    List<Line> of(UUID caseId) {
        return database.sql("select * from disclosure where case_id = ? order by disclosed_on, recorded_at, id")
                .param(caseId)
                .query((row, number) -> Line.read(row, vault))
                .list();
    }
}
