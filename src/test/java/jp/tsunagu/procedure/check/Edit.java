package jp.tsunagu.procedure.check;

import java.util.function.UnaryOperator;
import jp.tsunagu.procedure.ProcedureFiles;

/**
 * A small change that somebody makes to a packaged diagram.
 *
 * @param name what is done, in words
 * @param file short name of the diagram
 * @param act how
 * @param rule the rule that has to speak up; empty for a harmless edit
 * @param named an element that the finding has to name, as its place, on its walk, or in its words
 */
public record Edit(String name, String file, UnaryOperator<Drawing> act, String rule, String named) {

    static Edit breaking(String name, String file, String rule, String named, UnaryOperator<Drawing> act) {
        return new Edit(name, file, act, rule, named);
    }

    static Edit harmless(String name, String file, UnaryOperator<Drawing> act) {
        return new Edit(name, file, act, "", "");
    }

    String path() {
        return "processes/" + file + ".bpmn";
    }

    public ProcedureFiles in(ProcedureFiles files) {
        byte[] before = files.content(path()).orElseThrow();
        return files.with(path(), act.apply(new Drawing(before)).content());
    }

    boolean caughtBy(Finding finding) {
        boolean about = named.equals(finding.element())
                || finding.walk().contains(named)
                || finding.message().contains(named);
        return finding.blocks() && finding.rule().equals(rule) && about;
    }

    @Override
    public String toString() {
        return name;
    }
}
