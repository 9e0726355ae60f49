package jp.tsunagu.form;

/**
 * One reason why a document or an act is refused, in words for the person who sent it.
 *
 * @param field path of the field the reason belongs to ({@code household[1].name}), or null when it is about the whole act
 * @param label the field's Japanese label as the form shows it, or null
 * @param reason what is wrong and what to do, in Japanese; never contains what was typed, so that it may be logged
 */
public record Refusal(String field, String label, String reason) {

    /** A reason about the act as a whole. */
    public static Refusal ofAct(String reason) {
        return new Refusal(null, null, reason);
    }

    /** A reason about one field whose label the form itself knows. */
    public static Refusal ofField(String field, String reason) {
        return new Refusal(field, null, reason);
    }
}
