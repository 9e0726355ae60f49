package jp.tsunagu.procedure.compare;

import java.util.List;
import jp.tsunagu.procedure.FileTitles;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.file.UnreadableFileException;

/**
 * One file as the page shows it: side by side.
 *
 * @param tables of a file of decision tables; else empty
 * @param form of a form; else null
 */
record ComparedFile(FileComparison comparison, String kind, String title, List<TableView> tables, FormView form) {

    static ComparedFile of(FileComparison comparison, ProcedureFiles before, ProcedureFiles after) {
        String file = comparison.file();
        FileTitles titles = FileTitles.of(before, after);
        Pair pair = pair(file, before, after);
        return new ComparedFile(
                comparison,
                titles.kind(file),
                titles.title(file),
                pair != null && file.endsWith(".dmn") ? TableView.of(pair) : List.of(),
                pair != null && file.endsWith(".form") ? FormView.of(pair) : null);
    }

    public boolean isDiagram() {
        return comparison.file().endsWith(".bpmn");
    }

    /** A file that is only on one side stands beside nothing; what cannot be read has words only. */
    private static Pair pair(String file, ProcedureFiles before, ProcedureFiles after) {
        Words words = Words.of(before, after);
        byte[] earlier = before.contents().get(file);
        byte[] later = after.contents().get(file);
        try {
            if (earlier == null || later == null) {
                byte[] only = earlier == null ? later : earlier;
                Pair same = Pair.of(file, only, only, words);
                return earlier == null ? new Pair(Outline.EMPTY, same.after()) : new Pair(same.before(), Outline.EMPTY);
            }
            return Pair.of(file, earlier, later, words);
        } catch (UnreadableFileException e) {
            return null;
        }
    }
}
