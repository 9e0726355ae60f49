package jp.tsunagu.procedure.compare;

import java.util.Arrays;
import java.util.List;
import jp.tsunagu.procedure.ProcedureText;
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
        List<Change> changes = changes(file, before, after, words);
        return new FileComparison(file, changes.isEmpty() ? State.LAYOUT_ONLY : State.CHANGED, changes);
    }

    static List<Change> changes(String file, byte[] before, byte[] after, Words words) {
        try {
            Pair pair = Pair.of(file, before, after, words);
            List<Change> changes = Difference.of(pair.before(), pair.after());
            // of a text every character counts: it is no other layout of the same thing
            return changes.isEmpty() && ProcedureText.isOne(file)
                    ? List.of(new Change(Change.Kind.CHANGED, "", "", "空白や改行だけが変わります", "", ""))
                    : changes;
        } catch (UnreadableFileException e) {
            return List.of(new Change(
                    Change.Kind.CHANGED, "", "", "中身を読めないため、どこが変わったかは示せません（" + e.getMessage() + "）", "", ""));
        }
    }
}
