package jp.tsunagu.disposal;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What was typed on the page: of what is refused, nothing is lost.
 *
 * @param form which of the page's forms it was; empty if none
 * @param picked what is picked in a list
 */
record Typed(
        String form, String number, String ground, String note, String on, Boolean unhindered, List<String> picked) {

    Typed {
        form = Objects.requireNonNullElse(form, "");
        number = Objects.requireNonNullElse(number, "");
        ground = Objects.requireNonNullElse(ground, "");
        note = Objects.requireNonNullElse(note, "");
        on = Objects.requireNonNullElse(on, "");
        unhindered = Boolean.TRUE.equals(unhindered);
        picked = picked == null ? List.of() : List.copyOf(picked);
    }

    static Typed nothing() {
        return new Typed("", "", "", "", "", false, List.of());
    }

    Typed as(String name) {
        return new Typed(name, number, ground, note, on, unhindered, picked);
    }

    Typed only(List<String> some) {
        return new Typed(form, number, ground, note, on, unhindered, some);
    }

    /** The case number as somebody types it: full width, small letters, spaces. */
    String caseNumber() {
        return Normalizer.normalize(number, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }

    /** The ground that was chosen; null if none was. */
    <E extends Enum<E>> E one(Class<E> type) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(ground)) {
                return value;
            }
        }
        return null;
    }
}
