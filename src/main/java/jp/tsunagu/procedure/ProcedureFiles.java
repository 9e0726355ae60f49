package jp.tsunagu.procedure;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The diagrams, tables, forms and texts (papers, the list of variables) of a whole procedure, as they are edited, checked, compared and published together.
 *
 * @param contents file name with its folder ({@code processes/plan-decision.bpmn}, {@code forms/05-assess.form}) → content
 */
public record ProcedureFiles(SortedMap<String, byte[]> contents) {

    public ProcedureFiles {
        contents = Collections.unmodifiableSortedMap(new TreeMap<>(contents));
    }

    public static ProcedureFiles of(Map<String, byte[]> contents) {
        return new ProcedureFiles(new TreeMap<>(contents));
    }

    public Optional<byte[]> content(String name) {
        return Optional.ofNullable(contents.get(name));
    }

    /** Those of one kind: {@code .bpmn}, {@code .dmn}, {@code .form}, {@code .html}. */
    public SortedMap<String, byte[]> ending(String ending) {
        SortedMap<String, byte[]> some = new TreeMap<>(contents);
        some.keySet().removeIf(name -> !name.endsWith(ending));
        return some;
    }

    /** Those that the engine reads; the others are texts. */
    public SortedMap<String, byte[]> ofEngine() {
        SortedMap<String, byte[]> some = new TreeMap<>(contents);
        some.keySet().removeIf(ProcedureText::isOne);
        return some;
    }

    /** The same procedure with one file changed or added. */
    public ProcedureFiles with(String name, byte[] content) {
        SortedMap<String, byte[]> changed = new TreeMap<>(contents);
        changed.put(name, content);
        return new ProcedureFiles(changed);
    }

    /** The same procedure without one file. */
    public ProcedureFiles without(String name) {
        SortedMap<String, byte[]> changed = new TreeMap<>(contents);
        changed.remove(name);
        return new ProcedureFiles(changed);
    }
}
