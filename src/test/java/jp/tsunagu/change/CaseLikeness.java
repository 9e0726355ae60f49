package jp.tsunagu.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.casefile.crypt.Opened;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a case is like, without what makes it this case and no other: two that are alike went the same way. */
final class CaseLikeness {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OWN =
            Set.of("id", "instance", "task_id", "process_instance_id", "case_number", "assignee");

    private final JdbcClient database;
    private final Opened opened;

    CaseLikeness(JdbcClient database, Opened opened) {
        this.database = database;
        this.opened = opened;
    }

    /** Places, variables, tasks with dates, timers, dates, fields, consents: a line each. */
    Set<String> of(String caseNumber) {
        Set<String> lines = new TreeSet<>();
        JsonNode process = json(
                "select process_state(process_instance_id)::text from support_case where case_number = ?", caseNumber);
        process.fields().forEachRemaining(part -> part.getValue().forEach(row -> add(lines, part.getKey(), row)));
        json("select to_jsonb(c)::text from support_case c where case_number = ?", caseNumber)
                .fields()
                .forEachRemaining(column -> {
                    if (Set.of("status", "closed_on", "next_date", "last_contact_on", "waiting_since")
                            .contains(column.getKey())) {
                        lines.add(column.toString());
                    }
                    if (column.getKey().equals("fields")) {
                        column.getValue().fields().forEachRemaining(field -> lines.add("field " + field));
                    }
                });
        lists(
                        "select (to_jsonb(k) - 'id' - 'case_id' - 'replaced_by')::text from consent k join support_case c on c.id = k.case_id"
                                + " where not k.taken_back and c.case_number = ?",
                        caseNumber)
                .forEach(consent -> lines.add("consent " + consent));
        lists(
                        "select i.purpose || ' ' || coalesce(i.result, '') || m.held_on from conference_item i"
                                + " join conference m on m.id = i.conference_id join support_case c on c.id = i.case_id where c.case_number = ?",
                        caseNumber)
                .forEach(item -> lines.add("agenda " + item));
        return lines;
    }

    private static void add(Set<String> lines, String part, JsonNode row) {
        if (part.equals("beside")
                || Set.of("caseNumber", "waitingInstance")
                        .contains(row.path("name").asText())) {
            return;
        }
        lines.add(part + " " + without(row));
    }

    private static JsonNode without(JsonNode row) {
        if (!(row instanceof ObjectNode object)) {
            return row;
        }
        ObjectNode own = object.deepCopy();
        own.remove(OWN);
        List<String> names = new ArrayList<>();
        own.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> own.set(name, without(own.get(name))));
        return own;
    }

    private List<String> lists(String sql, String caseNumber) {
        return database.sql(sql).param(caseNumber).query(String.class).list();
    }

    private JsonNode json(String sql, String caseNumber) {
        try {
            String text = opened.ask(files ->
                    files.sql(sql).param(caseNumber).query(String.class).single());
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
