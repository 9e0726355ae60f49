package jp.tsunagu.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.tsunagu.ledger.Answers.Line;

/**
 * One answer that differs between two versions of a form.
 *
 * @param before null if it was not answered before
 * @param after null if it is not answered any more
 */
record Difference(String label, String before, String after) {

    /** What changed from one version to the next, in the order of the newer form; what fell away stands last. */
    static List<Difference> between(Map<String, Line> older, Map<String, Line> newer) {
        List<Difference> differences = new ArrayList<>();
        newer.forEach((path, line) -> {
            Line before = older.get(path);
            if (before == null || !before.text().equals(line.text())) {
                differences.add(new Difference(line.label(), before == null ? null : before.text(), line.text()));
            }
        });
        older.forEach((path, line) -> {
            if (!newer.containsKey(path)) {
                differences.add(new Difference(line.label(), line.text(), null));
            }
        });
        return differences;
    }
}
