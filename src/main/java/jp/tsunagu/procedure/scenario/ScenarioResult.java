package jp.tsunagu.procedure.scenario;

import java.util.List;

/**
 * How a scenario went.
 *
 * @param parted where story and procedure part; null if green
 * @param told the story as far as it went, a line each
 * @param way ids of the elements that were entered, in order; the last ones if there are many
 */
public record ScenarioResult(
        String id, String title, boolean green, Parting parted, List<String> told, List<String> way, long millis) {

    /**
     * Where story and procedure part.
     *
     * @param step number of the story's line; 0 if the case could not even begin
     * @param line of the scenario's text
     * @param said what the story told there
     * @param file the diagram it is about, or null
     * @param elements ids of the elements to show, the first is the one it is about; may be empty
     * @param waiting steps that are open there and that the story does not speak of from there on
     */
    public record Parting(
            int step,
            int line,
            String said,
            String expected,
            String found,
            String file,
            List<String> elements,
            List<Waiting> waiting) {

        public Parting {
            elements = List.copyOf(elements);
            // results that an earlier program kept do not say
            waiting = waiting == null ? List.of() : List.copyOf(waiting);
        }

        Parting with(List<Waiting> steps) {
            return new Parting(step, line, said, expected, found, file, elements, steps);
        }
    }

    /**
     * A step that somebody would have to do.
     *
     * @param roles ids of the groups that may do it
     * @param form key of its form, or null
     * @param day of the story's last line before the parting, {@code 2026-06-05}
     * @param toldBefore whether the story spoke of it up to there
     */
    public record Waiting(String step, String name, List<String> roles, String form, String day, boolean toldBefore) {

        public Waiting {
            roles = List.copyOf(roles);
        }
    }

    public ScenarioResult {
        told = List.copyOf(told);
        way = List.copyOf(way);
    }

    /** A scenario that could not be run at all. */
    static ScenarioResult notRun(String id, String title, String expected, String found) {
        Parting parted = new Parting(0, 1, "始まり", expected, found, null, List.of(), List.of());
        return new ScenarioResult(id, title, false, parted, List.of(), List.of(), 0);
    }
}
