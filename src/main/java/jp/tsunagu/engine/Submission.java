package jp.tsunagu.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A checked form on its way into the case file.
 *
 * @param user who sent it
 * @param caseNumber the case; null while a new case is not yet numbered
 * @param step the user task's id, or the start form's id
 * @param taskId the engine's task; null for a start form
 * @param processInstanceId the instance the task belongs to; null for a start form
 * @param procedureSet the set whose tables apply
 * @param answers what was answered: only fields the form asks for and shows
 * @param actDate the date of the act that the form records (not of its entry)
 */
public record Submission(
        String user,
        String caseNumber,
        String step,
        String taskId,
        String processInstanceId,
        int procedureSet,
        ObjectNode answers,
        LocalDate actDate) {

    public Optional<String> text(String key) {
        return Optional.ofNullable(answers.path(key).textValue()).filter(text -> !text.isBlank());
    }

    public boolean is(String key, String value) {
        return value.equals(answers.path(key).asText());
    }

    public boolean yes(String key) {
        return answers.path(key).asBoolean(false);
    }

    public Optional<LocalDate> date(String key) {
        return text(key).map(LocalDate::parse);
    }

    /** A date with a time of day as a form field sends it, Tokyo time. */
    public Optional<LocalDateTime> dateTime(String key) {
        return text(key).map(LocalDateTime::parse);
    }

    public List<JsonNode> rows(String key) {
        return StreamSupport.stream(answers.path(key).spliterator(), false).toList();
    }

    public List<String> choices(String key) {
        return rows(key).stream().map(JsonNode::asText).toList();
    }

    Submission numbered(String number) {
        return new Submission(user, number, step, taskId, processInstanceId, procedureSet, answers, actDate);
    }
}
