package jp.tsunagu.plan;

import java.time.LocalDate;

/**
 * How the ward came to its decision, whichever way it decides (決裁方法).
 *
 * @param decidedBy account of the decider, or 職・氏名 as an officer copied it from the ward's document system
 * @param deputyFor the group in whose place a deputy decided (代決); null otherwise
 * @param documentNumber 文書番号, or null
 * @param recordedBy account of whoever entered it
 */
record DecisionRecord(
        LocalDate decidedOn, String decidedBy, String deputyFor, String documentNumber, String recordedBy) {}
