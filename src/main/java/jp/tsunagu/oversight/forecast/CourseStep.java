package jp.tsunagu.oversight.forecast;

import java.util.List;

/**
 * A step as the forecast knows it.
 *
 * @param key process and step
 * @param target in working days after the stay began; null if it usually has none
 * @param follows what comes after it; the shares make at most 1
 */
record CourseStep(StepKey key, WaitingTime waiting, Integer target, List<Follow> follows) {}
