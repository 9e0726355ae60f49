package jp.tsunagu.procedure.publish;

import java.util.List;

/**
 * What becomes of the cases that are in one state.
 *
 * @param reason why, in Japanese
 * @param places process/step: where they stand
 * @param gone process/step: where they stand and the new diagram has no such step
 * @param cases their numbers
 */
public record Effect(EffectClass as, String reason, List<String> places, List<String> gone, List<String> cases) {}
