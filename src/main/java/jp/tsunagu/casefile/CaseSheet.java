package jp.tsunagu.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The first sheet of a case, as a page shows it: who it is about, how it stands, who has it. One statement for each. Whoever
 * asks has checked that the reader may see it ({@link CaseReaders}).
 */
@Component
public class CaseSheet {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String HEAD = """
            select c.id, c.case_number, c.municipality, c.status, c.process_instance_id, c.received_on, c.closed_on,
              c.next_date, c.last_contact_on, c.waiting_since, p.name, p.kana, p.birth_date,
              p.contact_restricted or is_restricted(c.case_number), is_restricted(c.case_number), p.id
            from support_case c join person p on p.id = c.person_id where c.case_number = ?""";

    private static final String FIELDS = """
            select id, fields from support_case where case_number = ?""";

    private static final String WORKERS = """
            select role, user_id, since from case_worker where case_id = ? and until is null
            order by role <> 'consultation-supporter', since, role""";

    private static final String CONSENT = """
            select id, answer, scope, items, given_on, withdrawn_on from consent where case_id = ? and not taken_back
            order by withdrawn_on is not null, given_on desc, withdrawn_on desc limit 1""";

    private final JdbcClient database;
    private final Vault vault;

    CaseSheet(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * The head of a case.
     *
     * @param name null if the person is anonymous
     * @param contactRestricted 連絡先の秘匿 (I-14); a restricted case always has it
     * @param namedOnly 制限ケース (EV8)
     */
    public record Head(
            UUID id,
            String number,
            String municipality,
            CaseStatus status,
            String processInstanceId,
            LocalDate receivedOn,
            LocalDate closedOn,
            LocalDate nextDate,
            LocalDate lastContactOn,
            LocalDate waitingSince,
            String name,
            String kana,
            LocalDate birthDate,
            boolean contactRestricted,
            boolean namedOnly) {}

    /** Who has the case in a role at present. */
    public record Worker(String role, String user, Instant since) {}

    public Optional<Head> head(String caseNumber) {
        return database.sql(HEAD)
                .param(caseNumber)
                .query((row, number) -> new Head(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        CaseStatus.valueOf(row.getString(4)),
                        row.getString(5),
                        day(row, 6),
                        day(row, 7),
                        day(row, 8),
                        day(row, 9),
                        day(row, 10),
                        person(row, "name", 11),
                        person(row, "kana", 12),
                        Optional.ofNullable(person(row, "birth_date", 13))
                                .map(LocalDate::parse)
                                .orElse(null),
                        row.getBoolean(14),
                        row.getBoolean(15)))
                .optional();
    }

    private String person(ResultSet row, String name, int column) throws SQLException {
        return vault.text(Place.of("person." + name, row.getObject(16, UUID.class)), row.getBytes(column));
    }

    /** What the forms hold under these names now. */
    public JsonNode fields(String caseNumber, Collection<String> keys) {
        return database.sql(FIELDS)
                .param(caseNumber)
                .query((row, number) -> ((ObjectNode) json(vault.text(
                                Place.of("support_case.fields", row.getObject(1, UUID.class)), row.getBytes(2))))
                        .retain(keys))
                .single();
    }

    public List<Worker> workers(UUID caseId) {
        return database.sql(WORKERS)
                .param(caseId)
                .query((row, number) -> new Worker(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The consent that stands, else the last one that did; empty if the person was never asked. */
    public Optional<ConsentState> consent(UUID caseId) {
        return database.sql(CONSENT)
                .param(caseId)
                .query((row, number) -> {
                    return new ConsentState(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            names(row.getString(3)),
                            row.getString(4) == null ? null : names(row.getString(4)),
                            day(row, 5),
                            day(row, 6));
                })
                .optional();
    }

    private static List<String> names(String array) {
        List<String> names = new ArrayList<>();
        json(array).forEach(name -> names.add(name.asText()));
        return names;
    }

    static LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static JsonNode json(String text) {
        try {
            return text == null ? JSON.createObjectNode() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            // the parser's message would quote what is stored
            throw new IllegalStateException("記録を読めません。");
        }
    }
}
