package jp.tsunagu.oversight.forecast;

/**
 * What is said of a case.
 *
 * @param probability that it passes a target within the days ahead
 * @param activityId the open stay that makes it likely
 * @param role whose work that is
 * @param late the step whose target is the likeliest to be passed
 */
record Outlook(String caseNumber, double probability, String activityId, String role, StepKey late) {}
