package jp.tsunagu.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Text: length in characters as a person counts them (a character outside the basic plane, such as 𠮷, is one). */
class TextCheck implements FieldCheck {

    /** Where a form sets no limit of its own. */
    static final int LONGEST_TEXT = 10_000;

    private static final Pattern EMAIL = Pattern.compile("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$");

    @Override
    public Optional<String> reason(FormField field, JsonNode value, JsonNode served) {
        if (!value.isTextual()) {
            return Optional.of("文字で入力してください。");
        }
        String text = value.asText();
        int length = text.codePointCount(0, text.length());
        int longest = field.rules().path("maxLength").asInt(LONGEST_TEXT);
        int shortest = field.rules().path("minLength").asInt(0);
        if (length > longest) {
            return Optional.of(longest + "文字以内で入力してください（今は" + length + "文字です）。");
        }
        if (length < shortest) {
            return Optional.of(shortest + "文字以上で入力してください（今は" + length + "文字です）。");
        }
        if (!isStorable(text)) {
            return Optional.of("使えない文字（制御文字や壊れた文字）が含まれています。入力し直してください。");
        }
        return kindOf(field, text);
    }

    private static Optional<String> kindOf(FormField field, String text) {
        String kind = field.rules().path("validationType").asText("");
        if (kind.equals("email") && !EMAIL.matcher(text).matches()) {
            return Optional.of("メールアドレスの形で入力してください（例: name@example.jp）。");
        }
        String pattern = field.rules().path("pattern").asText("");
        if (!pattern.isEmpty() && !matches(pattern, text)) {
            return Optional.of(field.rules().path("patternErrorMessage").asText("決められた形で入力してください。"));
        }
        return Optional.empty();
    }

    private static boolean matches(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException e) {
            throw new IllegalStateException("様式の pattern が正しくありません: " + pattern, e);
        }
    }

    /** PostgreSQL's jsonb refuses the NUL character and half a surrogate pair; other control characters print as nothing. */
    static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(c -> (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
