package jp.tsunagu.oversight.forecast;

/**
 * A case of the forecast as the page shows it.
 *
 * @param name null for whoever may not open the case
 * @param percent the probability
 * @param step what is open now
 * @param process of that step, with its id: the address of its list
 * @param late the step that would be late
 * @param same whether that is the open one
 * @param target until when the open step is to be done; empty if it has no target
 * @param who has it in hand
 * @param next the next date of the case; empty if there is none
 * @param learntFrom how many ended stays of this step the estimate comes from
 */
record ForecastRow(
        String number,
        String name,
        Likelihood likelihood,
        int percent,
        Step step,
        String late,
        boolean same,
        String target,
        String who,
        String next,
        int learntFrom) {

    /** An open step. */
    record Step(String process, String id, String name) {}
}
