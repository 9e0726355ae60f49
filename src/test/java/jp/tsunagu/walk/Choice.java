package jp.tsunagu.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;

/**
 * One thing that happened in a case, so that it can happen again.
 *
 * @param at how long after the case's reception
 * @param what the step of a task, the timer, or the message
 * @param actor the account; null for a timer
 * @param seed with which the form was filled in
 * @param answers the deciding answers
 */
record Choice(Duration at, Kind kind, String what, String actor, long seed, Map<String, JsonNode> answers) {

    enum Kind {
        RECEIVE("受け付ける"),
        DO("する"),
        DO_TWICE("二重に送る"),
        RACE("タイマーと同時に送る"),
        CRASH("途中で落ちる"),
        FIRE("期限が来る"),
        RAISE("出来事を届ける"),
        RAISE_TWICE("出来事を二度届ける");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    Choice with(Map<String, JsonNode> newAnswers) {
        return new Choice(at, kind, what, actor, seed, newAnswers);
    }
}
