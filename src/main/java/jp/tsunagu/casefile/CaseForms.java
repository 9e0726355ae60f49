package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The forms of a case in all their versions: none is ever overwritten. */
@Component
public class CaseForms {

    private static final String LATEST = """
            select distinct on (form) form, form_version, version, author, act_date, recorded_at, d.id, null,
              exists (select 1 from step_taken_back t where t.document_id = d.id)
            from form_document d where case_id = ? order by form, version desc""";

    private static final String VERSIONS = """
            select form, form_version, version, author, act_date, recorded_at, d.id, data,
              exists (select 1 from step_taken_back t where t.document_id = d.id)
            from form_document d where case_id = ? and form = ? order by version desc""";

    private final JdbcClient database;
    private final Vault vault;

    CaseForms(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * One form as it was sent.
     *
     * @param formVersion the version of the form's file
     * @param version counts how often the form was sent in this case
     * @param actDate the date of the act, not of its entry
     * @param data what was answered; null in a list
     * @param takenBack true if 主任 took the step back (訂正): the document stays and no longer counts
     */
    public record Sent(
            String form,
            int formVersion,
            int version,
            String author,
            LocalDate actDate,
            Instant recordedAt,
            JsonNode data,
            boolean takenBack) {}

    /** Every form that was ever sent in the case, as it was sent last, without its answers. */
    public List<Sent> latest(UUID caseId) {
        return database.sql(LATEST)
                .param(caseId)
                .query((row, number) -> sent(row))
                .list();
    }

    /** All versions of one form, the latest first. */
    public List<Sent> versions(UUID caseId, String form) {
        return database.sql(VERSIONS)
                .params(caseId, form)
                .query((row, number) -> sent(row))
                .list();
    }

    private Sent sent(ResultSet row) throws SQLException {
        String data = vault.text(Place.of("form_document.data", row.getObject(7, UUID.class)), row.getBytes(8));
        return new Sent(
                row.getString(1),
                row.getInt(2),
                row.getInt(3),
                row.getString(4),
                CaseSheet.day(row, 5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                data == null ? null : CaseSheet.json(data),
                row.getBoolean(9));
    }
}
