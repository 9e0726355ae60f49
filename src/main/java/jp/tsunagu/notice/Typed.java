package jp.tsunagu.notice;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.notice.LetterDesk.Dispatch;

/**
 * What somebody chose and typed on the page of letters, as it was typed.
 *
 * @param ids the chosen letters
 */
record Typed(List<UUID> ids, String on, String manner, String number, Boolean addressChecked) {

    private static final int LONGEST_NUMBER = 60;

    Typed {
        ids = ids == null ? List.of() : ids.stream().distinct().toList();
    }

    /** The same with these letters chosen. */
    Typed only(Collection<UUID> chosen) {
        return new Typed(List.copyOf(chosen), on, manner, number, addressChecked);
    }

    /** What has to be filled in before anything is done. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (ids.isEmpty()) {
            missing.add("送付した通知を、一覧から選んでください。");
        }
        if (day(on).isEmpty()) {
            missing.add("送付した日を入力してください（例：R8.9.18）。");
        }
        if (Manner.of(manner).isEmpty()) {
            missing.add("送付の方法を選んでください。");
        }
        if (number != null && number.length() > LONGEST_NUMBER) {
            missing.add("文書番号は" + LONGEST_NUMBER + "文字までです。");
        }
        return missing;
    }

    /** Only where nothing is missing. */
    Dispatch dispatch() {
        String given = number == null || number.isBlank() ? null : number.strip();
        return new Dispatch(
                day(on).orElseThrow(), Manner.of(manner).orElseThrow(), given, Boolean.TRUE.equals(addressChecked));
    }

    /** A day as a browser sends it, or as somebody writes it. */
    static Optional<LocalDate> day(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Wareki.parse(text.strip());
        }
    }
}
