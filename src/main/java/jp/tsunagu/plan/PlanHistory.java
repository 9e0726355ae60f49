package jp.tsunagu.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The plans of a case as whoever prints or shows them reads them: each version with what was done with it. Nothing is changed here. */
@Component
public class PlanHistory {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * An act counts for every version of one plan with the same content: what the person agreed to need not be agreed to again
     * when it is submitted once more (要領 第10条第3号).
     */
    private static final String VERSIONS = """
            select v.id, p.number, v.version, v.content, v.content_hash, v.author, (v.created_at at time zone 'Asia/Tokyo')::date as cut_on,
              (select max(a.acted_on) from plan_act a join plan_version w on w.id = a.plan_version_id
                where w.plan_id = p.id and a.content_hash = v.content_hash and a.act = 'AGREED') as agreed_on,
              (select max(a.acted_on) from plan_act a join plan_version w on w.id = a.plan_version_id
                where w.plan_id = p.id and a.content_hash = v.content_hash and a.act = 'APPROVED') as approved_on,
              (select max(a.acted_on) from plan_act a where a.plan_version_id = v.id and a.act = 'SUBMITTED') as submitted_on,
              (select max(r.rejected_on) from rejection r where r.plan_version_id = v.id) as rejected_on,
              d.id as decision, d.decision_type, d.decided_on, d.decided_by, d.deputy_for, d.document_number
            from plan_version v join plan p on p.id = v.plan_id join support_case c on c.id = p.case_id
              left join plan_decision d on d.plan_version_id = v.id
            where c.case_number = ? order by p.number, v.version
            """;

    private static final String SUPPORTS = """
            select service, provider, from_day, to_day from support_decision where plan_decision_id = ?
            order by from_day, service, provider
            """;

    private final JdbcClient database;
    private final Vault vault;

    PlanHistory(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * One version of a plan.
     *
     * @param plan the number of the plan: 1 for the first, 2 for the plan after a re-plan
     * @param content the fields that the person agrees to
     * @param hash over the content
     * @param submittedOn null until it was submitted; so with every date
     * @param decision what the ward decided on it
     */
    public record Version(
            UUID id,
            int plan,
            int version,
            ObjectNode content,
            String hash,
            String author,
            LocalDate cutOn,
            LocalDate agreedOn,
            LocalDate approvedOn,
            LocalDate submittedOn,
            LocalDate rejectedOn,
            Optional<Decision> decision) {

        /** プラン第1回 第2版. */
        public String label() {
            return "プラン第" + plan + "回 第" + version + "版";
        }

        /** Fields of the case with this plan in place of the one they hold. */
        public ObjectNode in(ObjectNode fields) {
            ObjectNode with = fields.deepCopy();
            PlanContent.KEYS_OF_FORMS.forEach(with::remove);
            return with.setAll(content);
        }
    }

    /**
     * The ward's one act on a plan (要領 第10条第2号).
     *
     * @param type in Japanese
     * @param decidedBy an account, or 職・氏名 as an officer copied it
     * @param supports 支援決定 that belong to it; none if the plan holds no such service
     */
    public record Decision(
            UUID id,
            String type,
            LocalDate decidedOn,
            String decidedBy,
            boolean byDeputy,
            String documentNumber,
            List<Support> supports) {}

    /** 支援決定 of one service (要領 第9条第8号), by its code in the catalogue. */
    public record Support(String service, String provider, LocalDate from, LocalDate to) {}

    /** All versions of all plans of the case, the first first. */
    public List<Version> of(String caseNumber) {
        return database.sql(VERSIONS)
                .param(caseNumber)
                .query((row, number) -> version(row))
                .list();
    }

    /** The hash of the plan that these fields of a case hold, to compare with that of a version. */
    public String hash(ObjectNode fields) {
        return PlanContent.of(fields).hash();
    }

    private Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getInt("version"),
                content(vault.text(
                        Place.of("plan_version.content", row.getObject("id", UUID.class)), row.getBytes("content"))),
                row.getString("content_hash"),
                row.getString("author"),
                row.getObject("cut_on", LocalDate.class),
                row.getObject("agreed_on", LocalDate.class),
                row.getObject("approved_on", LocalDate.class),
                row.getObject("submitted_on", LocalDate.class),
                row.getObject("rejected_on", LocalDate.class),
                decision(row));
    }

    private Optional<Decision> decision(ResultSet row) throws SQLException {
        UUID id = row.getObject("decision", UUID.class);
        return id == null
                ? Optional.empty()
                : Optional.of(new Decision(
                        id,
                        DecisionType.of(row.getString("decision_type")).label(),
                        row.getObject("decided_on", LocalDate.class),
                        row.getString("decided_by"),
                        row.getString("deputy_for") != null,
                        row.getString("document_number"),
                        supports(id)));
    }

    private List<Support> supports(UUID decision) {
        return database.sql(SUPPORTS)
                .param(decision)
                .query((row, number) -> new Support(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class)))
                .list();
    }

    private static ObjectNode content(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            // its message would quote the plan
            throw new IllegalStateException("unreadable plan");
        }
    }
}
