package jp.tsunagu.walk;

import java.time.Instant;

/** A timer of a case. */
record DueTimer(String id, String caseNumber, String activity, Instant due) {}
