package jp.tsunagu.oversight.forecast;

/**
 * Where a case is now, at the beginning of a day.
 *
 * @param waited working days since it began
 * @param target in how many working days its target is; negative if it is over, null if there is none
 * @param ends in how many working days a timer ends it at the latest; null if none does
 * @param onlyByTimer whether nothing else ends it
 */
record OpenStay(StepKey step, int waited, Integer target, Integer ends, boolean onlyByTimer) {}
