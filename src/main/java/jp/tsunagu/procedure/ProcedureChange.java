package jp.tsunagu.procedure;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.tsunagu.procedure.file.UnreadableFileException;

/**
 * In what one procedure differs from another.
 *
 * @param changed files that mean something else, or are new, with their content then
 * @param drawn files that are only drawn or written otherwise
 * @param removed files the procedure is to be without
 */
public record ProcedureChange(
        SortedMap<String, byte[]> changed, SortedMap<String, byte[]> drawn, SortedSet<String> removed) {

    /** @throws IllegalArgumentException if a file that differs cannot be read */
    public static ProcedureChange between(ProcedureFiles before, ProcedureFiles after) {
        SortedMap<String, byte[]> changed = new TreeMap<>();
        SortedMap<String, byte[]> drawn = new TreeMap<>();
        after.contents().forEach((name, content) -> {
            byte[] former = before.contents().get(name);
            if (former == null || !isSame(name, former, content)) {
                changed.put(name, content);
            } else if (!Arrays.equals(former, content)) {
                drawn.put(name, content);
            }
        });
        SortedSet<String> removed = new TreeSet<>(before.contents().keySet());
        removed.removeAll(after.contents().keySet());
        return new ProcedureChange(changed, drawn, removed);
    }

    private static boolean isSame(String name, byte[] former, byte[] content) {
        try {
            return Meaning.isSame(name, former, content);
        } catch (UnreadableFileException e) {
            throw new IllegalArgumentException(name + " は読めないファイルです。", e);
        }
    }

    public boolean isEmpty() {
        return changed.isEmpty() && drawn.isEmpty() && removed.isEmpty();
    }

    /** The same without forms: an engine that is only tried shall remember none. */
    public ProcedureChange withoutForms() {
        SortedMap<String, byte[]> rest = new TreeMap<>(changed);
        rest.keySet().removeIf(name -> name.endsWith(".form"));
        return new ProcedureChange(rest, new TreeMap<>(), removed);
    }
}
