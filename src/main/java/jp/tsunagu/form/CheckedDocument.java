package jp.tsunagu.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What is left of a document after it was held against its form.
 *
 * @param answers the values of the fields that were asked and shown, nothing else; null where one was left empty
 * @param refusals why the document is refused; empty if it is right
 */
public record CheckedDocument(ObjectNode answers, List<Refusal> refusals) {}
