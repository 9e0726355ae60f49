package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A step that was done, as its form recorded it.
 *
 * @param version counts how often this form was sent in this case
 * @param actDate the date of the act, not of its entry
 */
public record StepRecord(
        String step, int version, String author, LocalDate actDate, Instant recordedAt, JsonNode data) {}
