package jp.tsunagu.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open steps for pages of our own, where several are done with one form. They are taken and completed as from Tasklist: in the
 * name of whoever is logged in, with the same checks, by the same door.
 */
@Component
public class OpenSteps {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String COLUMNS = """
            select t.id_, e.business_key_, t.task_def_key_, t.assignee_, t.create_time_::timestamptz
            from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
            """;

    private final ProcessEngine engine;
    private final JdbcClient database;

    OpenSteps(@Lazy ProcessEngine engine, JdbcClient database) {
        this.engine = engine;
        this.database = database;
    }

    /**
     * One of them.
     *
     * @param assignee null if nobody has it yet
     * @param begunAt when it began, as exactly as the engine knows: to the millisecond
     */
    public record OpenStep(String taskId, String caseNumber, String step, String assignee, Instant begunAt) {}

    /** The open tasks of these steps in these cases, the oldest first. */
    public List<OpenStep> of(Collection<String> caseNumbers, Collection<String> steps) {
        return caseNumbers.isEmpty()
                ? List.of()
                : database.sql(
                                COLUMNS
                                        + "where e.business_key_ in (:cases) and t.task_def_key_ in (:steps) order by t.create_time_")
                        .param("cases", caseNumbers)
                        .param("steps", steps)
                        .query((row, number) -> read(row))
                        .list();
    }

    public Optional<OpenStep> find(String taskId) {
        return database.sql(COLUMNS + "where t.id_ = :id")
                .param("id", taskId)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Those of these cases of which this person has an open step in hand. */
    public Set<String> casesInHand(String user, Collection<String> caseNumbers) {
        return caseNumbers.isEmpty()
                ? Set.of()
                : new HashSet<>(database.sql("""
                                select process.business_key_
                                from act_ru_task task join act_ru_execution process on process.id_ = task.proc_inst_id_
                                where task.assignee_ = :user and process.business_key_ in (:numbers)
                                """)
                        .param("user", user)
                        .param("numbers", caseNumbers)
                        .query(String.class)
                        .list());
    }

    private static OpenStep read(java.sql.ResultSet row) throws java.sql.SQLException {
        return new OpenStep(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }

    /**
     * Takes a task that nobody has.
     *
     * @throws RefusedException if this person may not have it
     */
    public void take(String taskId, String user) {
        engine.getTaskService().claim(taskId, user);
    }

    /**
     * Gives an open task to somebody else.
     *
     * @throws org.camunda.bpm.engine.AuthorizationException if the caller may not give it away
     * @throws org.camunda.bpm.engine.BadUserRequestException with the reason if the other one may not have it
     */
    public void give(String taskId, String user) {
        engine.getTaskService().setAssignee(taskId, user);
    }

    /**
     * Completes a task of the caller's with these answers over what its form opens with.
     *
     * @throws RefusedException with everything that is missing or wrong
     */
    public void complete(String taskId, Map<String, String> answers) {
        JsonValue opened = engine.getFormService().getTaskFormVariables(taskId).getValueTyped(Names.FORM_DOCUMENT);
        try {
            ObjectNode document = (ObjectNode) JSON.readTree(opened.getValueSerialized());
            answers.forEach(document.withObjectProperty("data")::put);
            engine.getFormService().submitTaskForm(taskId, Map.of(Names.FORM_DOCUMENT, document.toString()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("form of task " + taskId, e);
        }
    }
}
