package jp.tsunagu.form;

import java.util.Optional;

/** Text from an input of a page of our own, held to what the forms hold theirs to. */
public final class TypedText {

    private TypedText() {}

    /** As it is kept: line ends of one kind; null if nothing of it can be seen. */
    public static String of(String typed) {
        return typed == null || Blanks.only(typed)
                ? null
                : typed.replaceAll("\\R", "\n").strip();
    }

    /** Why a text cannot be kept; nothing is a text that can. */
    public static Optional<String> refuse(String text, int longest) {
        if (text == null) {
            return Optional.empty();
        }
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            return Optional.of(longest + "文字以内で入力してください（今は" + length + "文字です）。");
        }
        return TextCheck.isStorable(text) ? Optional.empty() : Optional.of("使えない文字（制御文字や壊れた文字）が含まれています。入力し直してください。");
    }
}
