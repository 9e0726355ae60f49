package jp.tsunagu.procedure.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.engine.UndeployableException;

/** What the engine says when a procedure does not work, in words for whoever drew it. */
final class EngineWords {

    private static final int LONGEST = 300;
    private static final Pattern UNKNOWN = Pattern.compile("Cannot (?:resolve identifier|find property)\\s+'?([\\w]+)");
    private static final Pattern NO_WAY = Pattern.compile("No outgoing sequence flow .*?id '([^']+)'");
    private static final Pattern QUOTED = Pattern.compile("'([A-Za-z_][\\w-]*)'");

    private EngineWords() {}

    static String of(Throwable failure) {
        if (failure instanceof StackOverflowError || failure.getCause() instanceof StackOverflowError) {
            return "終わりのない繰返しになりました。";
        }
        String all = messages(failure);
        Throwable root = root(failure);
        if (root instanceof EndlessException || root instanceof IllegalStateException) {
            return root.getMessage();
        }
        Matcher unknown = UNKNOWN.matcher(all);
        if (unknown.find()) {
            return "図か表が使おうとした「" + unknown.group(1) + "」は、例題では分かりません。部品の名前にも、ここまでに答えられた項目にもありません。";
        }
        Matcher noWay = NO_WAY.matcher(all);
        if (noWay.find()) {
            return "分岐「" + noWay.group(1) + "」で、どの条件にも当てはまらず、進めません。";
        }
        String text = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return "手続を実行できませんでした: " + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }

    /** Ids that the engine names; the caller keeps those that are elements. */
    static List<String> named(Throwable failure) {
        List<String> named = new ArrayList<>();
        if (failure instanceof UndeployableException refused) {
            named.addAll(refused.elements());
        }
        Matcher quoted = QUOTED.matcher(messages(failure));
        while (quoted.find()) {
            named.add(quoted.group(1));
        }
        return named;
    }

    private static String messages(Throwable failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = failure; cause != null && cause.getCause() != cause; cause = cause.getCause()) {
            all.append(cause.getMessage()).append('\n');
        }
        return all.toString();
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
