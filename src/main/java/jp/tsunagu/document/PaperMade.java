package jp.tsunagu.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.casefile.CaseDocument;

/**
 * Of which acts there is a paper: each {@code sendReferral} of a case is a つなぎ票 of its own. A template says it in its head.
 *
 * @param by the steps; none if the paper shows the case as it stands
 * @param when {@code field=value} that the step must have answered, or {@code field} alone: of the ward's decisions only the
 *     rejections are a 差戻し連絡票
 * @param followedBy what is done afterwards and stands on the same paper: receipt, re-checks
 * @param perProcess whether several run beside each other, so that what follows belongs to its own process only
 * @param present when the paper also shows the case as it stands: always and first (第1号), until there is one (同意書), or never
 * @param plan {@code version}: one for each version of the plan; {@code decision}, {@code supportDecision}, {@code rejection}:
 *     the act is the ward's, and the paper shows on which version
 */
record PaperMade(
        List<String> by, String when, List<String> followedBy, boolean perProcess, Present present, String plan) {

    /** See {@link PaperMade#present}. */
    enum Present {
        FIRST,
        UNTIL_MADE,
        NEVER
    }

    static PaperMade of(Map<String, List<String>> head) {
        List<String> by = head.getOrDefault("made-by", List.of());
        String plan = head.getOrDefault("plan", List.of("")).get(0);
        return new PaperMade(
                by,
                head.getOrDefault("when", List.of("")).get(0),
                head.getOrDefault("followed-by", List.of()),
                head.containsKey("per-process"),
                present(Optional.ofNullable(head.get("present")).map(words -> words.get(0)), by.isEmpty()),
                plan);
    }

    private static Present present(Optional<String> word, boolean ofNoAct) {
        if (ofNoAct) {
            return Present.FIRST;
        }
        return switch (word.orElse("")) {
            case "first" -> Present.FIRST;
            case "until-made" -> Present.UNTIL_MADE;
            default -> Present.NEVER;
        };
    }

    boolean isMadeBy(CaseDocument document) {
        return by.contains(document.step()) && isSo(document);
    }

    private boolean isSo(CaseDocument document) {
        if (when.isEmpty()) {
            return true;
        }
        String[] parts = when.split("=", 2);
        JsonNode answer = document.answers().path(parts[0]);
        return parts.length == 1
                ? !answer.asText("").isEmpty()
                : answer.asText().equals(parts[1]);
    }
}
