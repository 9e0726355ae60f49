package jp.tsunagu.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagu.casefile.CaseDocument;

/**
 * An act of which there is a paper, and what the paper shows: the case file as it stood then, and what followed.
 *
 * @param number counts the acts of this kind in the case
 * @param before the documents that the file held then, this one last
 * @param followed what was done afterwards and stands on the same paper
 */
record Act(int number, CaseDocument by, List<CaseDocument> before, List<CaseDocument> followed) {

    /**
     * Who the person is and how they are reached is printed as the file knows it today, also on a paper of an earlier day: a
     * letter goes to where somebody lives now, under the name that was put right.
     */
    private static final Set<String> PERSON = Set.of(
            "name",
            "kana",
            "sex",
            "birthDate",
            "phone",
            "email",
            "contactNote",
            "noFixedAddress",
            "postalCode",
            "address",
            "presentPlace");

    /** The acts of which there is such a paper, the first first. */
    static List<Act> of(PaperMade made, List<CaseDocument> history) {
        List<CaseDocument> makers = history.stream().filter(made::isMadeBy).toList();
        List<Act> acts = new ArrayList<>();
        for (CaseDocument by : makers) {
            List<CaseDocument> before = history.stream()
                    .filter(document -> document.caseVersion() <= by.caseVersion())
                    .filter(document -> document.equals(by) || !made.by().contains(document.step()))
                    .filter(document -> !made.followedBy().contains(document.step()))
                    .toList();
            int next = makers.stream()
                    .filter(other -> other.caseVersion() > by.caseVersion() && isSameLine(made, by, other))
                    .mapToInt(CaseDocument::caseVersion)
                    .min()
                    .orElse(Integer.MAX_VALUE);
            List<CaseDocument> followed = history.stream()
                    .filter(document -> made.followedBy().contains(document.step()))
                    .filter(document -> document.caseVersion() > by.caseVersion() && document.caseVersion() < next)
                    .filter(document -> isSameLine(made, by, document))
                    .toList();
            acts.add(new Act(acts.size() + 1, by, before, followed));
        }
        return acts;
    }

    private static boolean isSameLine(PaperMade made, CaseDocument one, CaseDocument other) {
        return !made.perProcess()
                || one.processInstanceId() != null && one.processInstanceId().equals(other.processInstanceId());
    }

    /**
     * The fields that the paper shows.
     *
     * @param later the fields that only what follows answers: an answer to them from before belongs to another paper
     */
    ObjectNode fields(ObjectNode present, Set<String> later) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        before.forEach(document -> fields.setAll((ObjectNode) document.answers()));
        fields.remove(later);
        fields.setAll((ObjectNode) by.answers());
        for (String key : PERSON) {
            JsonNode today = present.get(key);
            if (today != null && !by.answers().has(key)) {
                fields.set(key, today);
            }
        }
        for (CaseDocument after : followed) {
            ObjectNode answers = after.answers().deepCopy();
            by.answers().fieldNames().forEachRemaining(answers::remove);
            fields.setAll(answers);
        }
        return fields;
    }
}
