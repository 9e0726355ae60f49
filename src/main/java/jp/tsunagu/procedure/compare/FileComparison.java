package jp.tsunagu.procedure.compare;

import java.util.Arrays;
import java.util.List;
import jp.tsunagu.procedure.Meaning;
import jp.tsunagu.procedure.file.UnreadableFileException;

/**
 * What happens to one file.
 *
 * @param file its name with the folder
 * @param changes what its content says otherwise; empty for a file that comes, goes or stays
 */
public record FileComparison(String file, State state, List<Change> changes) {

    /** What happens to the file as a whole. */
    public enum State {
        ADDED("追加"),
        REMOVED("削除"),
        CHANGED("変更"),
        /** It says the same; only where things are drawn, or how it is written, is different. */
        LAYOUT_ONLY("見た目だけ"),
        SAME("同じ");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** It means something else, but none of the things in it says so by itself: they stand in another order or other rows. */
    private static final Change WITHOUT_WORDS = said("項目ごとの違いはありませんが、並ぶ順や配置などの書き方が変わります。");

    public FileComparison {
        changes = List.copyOf(changes);
    }

    /** Whether anything of the procedure changes by it; layout does not count. */
    public boolean matters() {
        return state != State.SAME && state != State.LAYOUT_ONLY;
    }

    static FileComparison of(String file, byte[] before, byte[] after, Words words) {
        if (before == null || after == null) {
            return new FileComparison(file, before == null ? State.ADDED : State.REMOVED, List.of());
        }
        if (Arrays.equals(before, after)) {
            return new FileComparison(file, State.SAME, List.of());
        }
        try {
            if (Meaning.isSame(file, before, after)) {
                return new FileComparison(file, State.LAYOUT_ONLY, List.of());
            }
            List<Change> changes = changes(file, before, after, words);
            return new FileComparison(file, State.CHANGED, changes.isEmpty() ? List.of(WITHOUT_WORDS) : changes);
        } catch (UnreadableFileException e) {
            return new FileComparison(
                    file, State.CHANGED, List.of(said("中身を読めないため、どこが変わったかは示せません（" + e.getMessage() + "）")));
        }
    }

    private static List<Change> changes(String file, byte[] before, byte[] after, Words words)
            throws UnreadableFileException {
        Pair pair = Pair.of(file, before, after, words);
        return Difference.of(pair.before(), pair.after());
    }

    private static Change said(String sentence) {
        return new Change(Change.Kind.CHANGED, "", "", sentence, "", "");
    }
}
