package jp.tsunagu.engine;

/**
 * Where a diagram waits for something to happen beside its steps: at the border of a step, or at the start of an event
 * sub-process.
 *
 * @param at the event
 * @param scope the step or sub-process during which it waits; null for the process as long as it lives
 */
public record WaitingEvent(String at, String scope) {}
