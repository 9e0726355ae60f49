package jp.tsunagu.procedure.check.law;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.tsunagu.procedure.check.course.Condition;
import jp.tsunagu.procedure.check.course.Questions.Question;

/**
 * One line of {@code processes/obligations.yaml}; what its parts mean is written there.
 *
 * @param id never used twice
 * @param clauses ids of clauses, with their titles
 * @param keeps the invariants it keeps
 * @param text what is demanded, in Japanese
 * @param limit what the check does not see, in Japanese
 * @param kind the pattern
 * @param rule the rest of the pattern
 */
public record Obligation(
        String id,
        Map<String, String> clauses,
        List<String> keeps,
        String process,
        String text,
        String limit,
        Kind kind,
        JsonNode rule) {

    /** The patterns. */
    public enum Kind {
        FOLLOWS("follows"),
        NEVER_WITHOUT("neverWithout"),
        BETWEEN("between"),
        NEVER_AFTER("neverAfter"),
        ENDS_ONLY_THROUGH("endsOnlyThrough"),
        AT_MOST_ONCE("atMostOnce"),
        ALWAYS_POSSIBLE("alwaysPossible"),
        WHILE_OPEN("whileOpen"),
        TIMER_KEPT("timerKept"),
        ONLY_BY("onlyBy"),
        DIFFERENT_GROUPS("differentGroups"),
        EXISTS("exists"),
        NEVER_CALLED("neverCalled");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalStateException("obligations.yaml: no such kind: " + word);
        }

        /** Rule of its findings, and name of its page of explanation. */
        String page() {
            return "law-" + word.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One text; empty if it is not there. */
    String text(String name) {
        return rule.path(name).asText("");
    }

    /** One text or a list of them. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        JsonNode written = rule.path(name);
        if (written.isTextual()) {
            texts.add(written.asText());
        }
        written.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    Map<String, String> pairs(String name) {
        Map<String, String> pairs = new TreeMap<>();
        rule.path(name)
                .fields()
                .forEachRemaining(
                        pair -> pairs.put(pair.getKey(), pair.getValue().asText()));
        return pairs;
    }

    /** What is asked when this step is done; null if nothing is. */
    Question question(String step) {
        return rule.has("when")
                ? new Question(process, Step.of(step, true).element(), Condition.of("${" + text("when") + "}"))
                : null;
    }

    /** The steps at which its condition matters. */
    List<String> asked() {
        List<String> steps = new ArrayList<>(texts("after"));
        if (steps.isEmpty()) {
            steps.addAll(texts("needs"));
            steps.addAll(texts("needsOneOf"));
        }
        return steps;
    }

    /** The steps of which it matters when they are done or that they are open. */
    List<String> watched() {
        List<String> watched = new ArrayList<>();
        for (String part : List.of("after", "step", "needs", "needsOneOf", "since", "until", "to", "also", "except")) {
            for (String written : texts(part)) {
                Step step = Step.of(written, !part.equals("to") && !part.equals("except"));
                if (step.done() || kind == Kind.WHILE_OPEN) {
                    watched.add(step.element());
                }
            }
        }
        return watched;
    }

    /** What is told when it is broken. */
    String sentence(String how) {
        String ground = String.join("、", clauses.values());
        return "義務 " + id + "「" + text + "」" + how + "（根拠：" + ground + "）";
    }
}
