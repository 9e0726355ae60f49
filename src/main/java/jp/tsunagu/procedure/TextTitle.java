package jp.tsunagu.procedure;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people call the texts of a procedure. */
public final class TextTitle {

    private static final Pattern TITLE = Pattern.compile("<title>([^<]{1,100})</title>");

    private static final Map<String, String> SHARED = Map.of(
            ProcedureText.VARIABLES,
            "道を決める変数の一覧",
            ProcedureText.STYLE,
            "すべての様式の書式",
            "forms/paper.head.html",
            "様式の頭（部品）",
            "forms/paper.option.html",
            "選択肢（部品）",
            "forms/paper.person.html",
            "本人の欄（部品）",
            "forms/paper.plan.html",
            "プランの欄（部品）");

    private TextTitle() {}

    /** Empty if it is no text, or has no name of its own. */
    public static Optional<String> of(String name, byte[] content) {
        if (!ProcedureText.isOne(name)) {
            return Optional.empty();
        }
        Matcher title = TITLE.matcher(new String(content, StandardCharsets.UTF_8));
        return title.find() ? Optional.of(title.group(1).strip()) : Optional.ofNullable(SHARED.get(name));
    }
}
