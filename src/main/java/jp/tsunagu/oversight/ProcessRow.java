package jp.tsunagu.oversight;

/**
 * A process in the summary.
 *
 * @param waiting stays that are open in its own steps
 * @param over those of them beyond their target
 * @param worst the step with the most of them; null if nothing waits
 */
record ProcessRow(String process, String title, Figure waiting, Figure over, HeatLine worst) {}
