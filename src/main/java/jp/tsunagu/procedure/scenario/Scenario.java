package jp.tsunagu.procedure.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * 例題: a case told step by step.
 *
 * @param id its name among the scenarios
 * @param title what it is about
 * @param why which rule must not get lost by a change
 * @param replaces the packaged scenario in whose place it is told, or null
 */
record Scenario(String id, String title, String why, String replaces, Beginning beginning, List<Step> steps) {

    /**
     * How the case begins.
     *
     * @param process key of the process
     * @param role who receives it, or null
     * @param answers of the start form
     * @param facts what is known of the person beside the answers, for the tables
     */
    record Beginning(
            int line, When at, String process, String role, ObjectNode answers, ObjectNode facts, ObjectNode program) {}

    /**
     * A line of the story.
     *
     * @param number the first is 1
     * @param at when; null if at once
     * @param facts what has become known, or null
     * @param deed what happens; null if only time passes or something becomes known
     */
    record Step(int number, int line, When at, ObjectNode facts, Deed deed) {}

    /** What a line tells. */
    sealed interface Deed permits Act, Happening, Passing, Expectation {}

    /**
     * Somebody does a step.
     *
     * @param program what the program works out of the case file, which the diagrams do not know
     * @param refused true if it must not be possible
     */
    record Act(String role, String step, ObjectNode answers, ObjectNode program, boolean refused) implements Deed {}

    /** What can happen at any time. */
    record Happening(String message, ObjectNode answers, ObjectNode program, boolean refused) implements Deed {}

    /** Days pass. */
    record Passing(int days, boolean workingDays) implements Deed {}

    /** How the case must stand. */
    record Expectation(List<Claim> claims) implements Deed {}
}
