package jp.tsunagu.document;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import jp.tsunagu.form.FormField;

/**
 * How answers become words on one paper.
 *
 * @param names what the forms get from the server: of a list of choices ({@code valuesKey}) each code's name
 * @param hidden the fields whose contact is not to be known (I-14)
 * @param shared the fields that whoever gets the paper may read
 */
record PaperWords(Map<String, Map<String, String>> names, Predicate<String> hidden, Predicate<String> shared) {

    /** Printed for every field that the forms mark as {@code contact}, while 連絡先の秘匿 is set. */
    static final String RESTRICTED = "（連絡先秘匿）";

    /** Printed for what the person has not agreed to give to the receiver (要領 第9条第2号). */
    static final String NOT_SHARED = "（提供の同意の範囲外）";

    /** For a paper that nothing is held back from. */
    static PaperWords plain(Map<String, Map<String, String>> names) {
        return new PaperWords(names, key -> false, key -> true);
    }

    /** What is printed instead of this field's answer; empty if the answer is printed. */
    Optional<String> instead(FormField field) {
        String key = field.key().isEmpty() ? field.path() : field.key();
        if (!shared.test(key)) {
            return Optional.of(NOT_SHARED);
        }
        return hidden.test(key) ? Optional.of(RESTRICTED) : Optional.empty();
    }

    String name(FormField field, String code) {
        return names.getOrDefault(field.json().path("valuesKey").asText(), Map.of())
                .getOrDefault(code, code);
    }
}
