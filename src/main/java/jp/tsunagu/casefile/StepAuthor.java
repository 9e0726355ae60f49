package jp.tsunagu.casefile;

import java.time.Instant;

/** Who did a step and when, without what they wrote. */
public record StepAuthor(String step, String author, Instant recordedAt) {}
