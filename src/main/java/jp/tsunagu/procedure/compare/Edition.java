package jp.tsunagu.procedure.compare;

/**
 * A procedure that can be compared with another one.
 *
 * @param id {@code set-3} or {@code draft-5}, as addresses name it
 * @param title what people choose it by
 */
public record Edition(String id, String title) {}
