package jp.tsunagu.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/**
 * A date, a time of day or both that exist: 2026-02-30 does not. Times are those of the office; one with an offset is refused,
 * because without it it would be another time.
 */
class DateCheck implements FieldCheck {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate EARLIEST = LocalDate.of(1873, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    @Override
    public Optional<String> reason(FormField field, JsonNode value, JsonNode served) {
        if (!value.isTextual()) {
            return Optional.of("日付で入力してください（例: 2026-09-18、令和8年9月18日）。");
        }
        try {
            return switch (field.json().path("subtype").asText("date")) {
                case "time" -> time(value.asText());
                case "datetime" -> ofDay(LocalDateTime.parse(value.asText()).toLocalDate());
                default -> ofDay(LocalDate.parse(value.asText(), DATE));
            };
        } catch (DateTimeParseException e) {
            return Optional.of("この日付は暦にありません。入力し直してください（例: 2026-09-18、令和8年9月18日）。");
        }
    }

    private static Optional<String> time(String text) {
        LocalTime.parse(text);
        return Optional.empty();
    }

    /** Before 1873 Japan had another calendar; a year after 2100 is a slip of the finger. */
    private static Optional<String> ofDay(LocalDate day) {
        return day.isBefore(EARLIEST) || day.isAfter(LATEST)
                ? Optional.of("年を確かめてください（" + EARLIEST.getYear() + "年から" + LATEST.getYear() + "年まで）。")
                : Optional.empty();
    }
}
