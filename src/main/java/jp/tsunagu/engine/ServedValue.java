package jp.tsunagu.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** A value that the server gives with a form because nobody should type it: a master list, a proposal, a summary. */
public interface ServedValue {

    /** The names under which forms refer to it. */
    Set<String> keys();

    JsonNode value(String key, Viewer viewer);

    /**
     * Who looks at which form.
     *
     * @param caseNumber null for a start form
     * @param procedureSet the set whose tables apply
     * @param values what the case file holds of the form's fields, and what is typed so far
     */
    record Viewer(
            String user,
            String caseNumber,
            String step,
            String processInstanceId,
            int procedureSet,
            ObjectNode values) {}
}
