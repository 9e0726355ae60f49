package jp.tsunagu.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.form.Refusal;
import jp.tsunagu.form.TypedText;

/** What was typed into the inputs of a page, read as what it should be. What cannot be read is told, and kept as typed. */
final class Typed {

    private final Map<String, String> inputs;
    private final List<Refusal> unreadable = new ArrayList<>();

    Typed(Map<String, String> inputs) {
        this.inputs = inputs;
    }

    /** Null where nothing was typed. */
    String text(String input) {
        return TypedText.of(inputs.get(input));
    }

    LocalDate date(String input) {
        String text = text(input);
        if (text == null) {
            return null;
        }
        return Wareki.parse(text).orElseGet(() -> {
            unreadable.add(Refusal.ofField(input, "この日付は暦にありません。入力し直してください（例: R8.9.18、2026-09-18）。"));
            return null;
        });
    }

    Integer number(String input) {
        String text = text(input);
        if (text == null) {
            return null;
        }
        try {
            return Integer.valueOf(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC));
        } catch (NumberFormatException e) {
            unreadable.add(Refusal.ofField(input, "数字で入力してください。"));
            return null;
        }
    }

    /** Null where nothing, or nothing that there is, was chosen. */
    <E extends Enum<E>> E choice(String input, Class<E> type) {
        String chosen = inputs.get(input);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(chosen))
                .findFirst()
                .orElse(null);
    }

    /** Refuses what could not be read; called once everything has been. */
    void refuseUnreadable() {
        if (!unreadable.isEmpty()) {
            throw new RefusedException(unreadable);
        }
    }
}
