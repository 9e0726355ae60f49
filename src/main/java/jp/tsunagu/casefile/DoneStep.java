package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A step of the main process that was done, and what there was before it.
 *
 * @param form the key of its form
 * @param version counts how often this form was sent in this case
 * @param caseVersion the version of the case that it made
 * @param taskId null for what is no task: the reception, a report
 * @param data what was answered
 * @param process where the processes stood before it; missing where nobody kept it
 * @param caseState the dates and the state of the case before it
 */
public record DoneStep(
        UUID document,
        String step,
        String form,
        int version,
        int caseVersion,
        String taskId,
        String processInstanceId,
        String author,
        LocalDate actDate,
        Instant recordedAt,
        ObjectNode data,
        JsonNode process,
        JsonNode caseState) {}
