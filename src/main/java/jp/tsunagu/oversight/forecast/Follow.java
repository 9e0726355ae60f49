package jp.tsunagu.oversight.forecast;

import java.util.List;

/**
 * What begins in the moment a step is left: one step, several at once, or none.
 *
 * @param share how often it is just these
 * @param steps their places in the course
 */
record Follow(double share, List<Integer> steps) {}
