package jp.tsunagu.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What came of an act.
 *
 * @param done whether it took effect
 * @param answers the deciding answers, if it did
 * @param reasons why it was refused, if it did not
 */
record Outcome(boolean done, Map<String, JsonNode> answers, List<String> reasons) {

    static Outcome done(Map<String, JsonNode> answers) {
        return new Outcome(true, answers, List.of());
    }

    static Outcome refused(List<String> reasons) {
        return new Outcome(false, Map.of(), reasons);
    }
}
