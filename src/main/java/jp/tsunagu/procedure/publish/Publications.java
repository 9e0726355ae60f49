package jp.tsunagu.procedure.publish;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what is to become of each 改定案. */
@Component
class Publications {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> STEPS = new TypeReference<>() {};

    private static final String ROWS = """
            select draft_id, rule, from_steps, mapping::text, effective_on, proposed_by, proposed_at, approved_by, approved_at,
              set_id, withdrawn_by_set from procedure_publication\s""";

    private final JdbcClient database;

    Publications(JdbcClient database) {
        this.database = database;
    }

    Publication of(int draft) {
        return find(draft)
                .orElseGet(() -> new Publication(draft, Transition.first(), null, null, null, null, null, null, null));
    }

    private Optional<Publication> find(int draft) {
        return database.sql(ROWS + "where draft_id = ?")
                .param(draft)
                .query((row, number) -> row(row))
                .optional();
    }

    /** The publication by which a set came into force; empty if it was not one. */
    Optional<Publication> ofSet(int set) {
        return database.sql(ROWS + "where set_id = ?")
                .param(set)
                .query((row, number) -> row(row))
                .optional();
    }

    /** Approved, not yet in force, and its day has come; the earliest first. */
    List<Publication> due(LocalDate today) {
        return database.sql(ROWS + """
                        where set_id is null and effective_on <= ? and exists (
                          select 1 from procedure_draft d where d.id = draft_id and d.state = 'APPROVED')
                        order by effective_on, approved_at, draft_id""")
                .param(today)
                .query((row, number) -> row(row))
                .list();
    }

    void save(int draft, Transition transition) {
        database.sql("""
                        insert into procedure_publication (draft_id, rule, from_steps, mapping) values (?, ?, ?, ?::jsonb)
                        on conflict (draft_id) do update set rule = excluded.rule, from_steps = excluded.from_steps,
                          mapping = excluded.mapping""")
                .params(
                        draft,
                        transition.rule().name(),
                        transition.fromSteps().toArray(String[]::new),
                        json(transition))
                .update();
    }

    void proposed(int draft, LocalDate effectiveOn, String person, OffsetDateTime at) {
        database.sql("update procedure_publication set effective_on = ?, proposed_by = ?, proposed_at = ?, "
                        + "approved_by = null, approved_at = null where draft_id = ?")
                .params(effectiveOn, person, at, draft)
                .update();
    }

    void approved(int draft, String person, OffsetDateTime at) {
        database.sql("update procedure_publication set approved_by = ?, approved_at = ? where draft_id = ?")
                .params(person, at, draft)
                .update();
    }

    void published(int draft, int set) {
        database.sql("update procedure_publication set set_id = ? where draft_id = ?")
                .params(set, draft)
                .update();
    }

    void withdrawn(int draft, int bySet) {
        database.sql("update procedure_publication set withdrawn_by_set = ? where draft_id = ?")
                .params(bySet, draft)
                .update();
    }

    private static String json(Transition transition) {
        try {
            return JSON.writeValueAsString(transition.mapping());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Publication row(ResultSet row) throws SQLException {
        try {
            Transition transition = new Transition(
                    TransitionRule.valueOf(row.getString(2)),
                    Set.of((String[]) row.getArray(3).getArray()),
                    JSON.readValue(row.getString(4), STEPS));
            return new Publication(
                    row.getInt(1),
                    transition,
                    row.getObject(5, LocalDate.class),
                    row.getString(6),
                    row.getObject(7, OffsetDateTime.class),
                    row.getString(8),
                    row.getObject(9, OffsetDateTime.class),
                    (Integer) row.getObject(10),
                    (Integer) row.getObject(11));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
