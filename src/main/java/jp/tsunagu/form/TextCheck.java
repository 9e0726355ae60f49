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

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

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
        int seen = Blanks.lengthWithin(text);
        if (seen < shortest) {
            return Optional.of(shortest + "文字以上で入力してください（今は" + seen + "文字です）。");
        }
        if (!isStorable(text)) {
            return Optional.of("使えない文字（制御文字や壊れた文字）が含まれています。入力し直してください。");
        }
        if (field.type().equals("textfield") && LINE_BREAK.matcher(text).find()) {
            return Optional.of("1行で入力してください（改行は使えません）。");
        }
        return kindOf(field, text);
    }

    private static Optional<String> kindOf(FormField field, String text) {
        String kind = field.rules().path("validationType").asText("");
        if (kind.equals("email") && !EMAIL.matcher(text).matches()) {
            return Optional.of("メールアドレスの形で入力してください（例: name@example.jp）。");
        }
        String pattern = field.rules().path("pattern").asText("");
        try {
            return Pattern.compile(pattern).matcher(text).find()
                    ? Optional.empty()
                    : Optional.of(field.rules().path("patternErrorMessage").asText("決められた形で入力してください。"));
        } catch (PatternSyntaxException e) {
            // the form is wrong, not the person: what cannot be checked is not let through, and they learn whom to tell
            return Optional.of("この欄の入力規則が正しくないため、確かめられません。手続管理者に連絡してください。");
        }
    }

    /** PostgreSQL's jsonb refuses the NUL character and half a surrogate pair; other control characters print as nothing. */
    static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(c -> (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
