package jp.tsunagu.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * One paper to print: its fields as the forms know them, and what stands on it beside them.
 *
 * @param fields answers, to be put in words
 * @param beside texts and rows that are words already
 */
record Issue(PaperVersion version, ObjectNode fields, Map<String, Object> beside) {}
