package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A form as it was sent, in the order in which the case file took it.
 *
 * @param caseVersion the version of the case that this document made: names one document of the case
 * @param version counts how often this form was sent in this case
 * @param processInstanceId tells apart what runs beside each other, two つなぎ for example; null before a process was there
 * @param actDate the date of the act, not of its entry
 * @param answers what was answered, without the line of 第3号様式 that was written with it
 */
public record CaseDocument(
        int caseVersion,
        String step,
        int version,
        String processInstanceId,
        String author,
        LocalDate actDate,
        Instant recordedAt,
        JsonNode answers) {}
