package jp.tsunagu.procedure.check.ward;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.file.Drawing;
import jp.tsunagu.procedure.file.Shape;
import jp.tsunagu.procedure.file.UnreadableFileException;

/** A rule that looks at one diagram after the other. What cannot be read is another rule's finding. */
abstract class DiagramRule implements WardRule {

    private final String rule;

    /** @param rule its name, that of its page of explanation */
    DiagramRule(String rule) {
        this.rule = rule;
    }

    @Override
    public final String rule() {
        return rule;
    }

    @Override
    public final List<Finding> of(ProcedureFiles files) {
        return drawings(files).stream().flatMap(drawing -> of(drawing, files)).toList();
    }

    abstract Stream<Finding> of(Drawing drawing, ProcedureFiles files);

    static List<Drawing> drawings(ProcedureFiles files) {
        List<Drawing> drawings = new ArrayList<>();
        files.ending(".bpmn").forEach((name, content) -> {
            try {
                drawings.add(Drawing.read(name, content));
            } catch (UnreadableFileException e) {
                // readable-file says so
                return;
            }
        });
        return drawings;
    }

    Finding error(Drawing drawing, Shape shape, String message) {
        return Finding.error(rule, drawing.file(), shape.id(), message);
    }

    Finding warning(Drawing drawing, Shape shape, String message) {
        return Finding.warning(rule, drawing.file(), shape.id(), message);
    }

    static String title(Shape shape) {
        return "「" + (shape.name().isEmpty() ? shape.id() : shape.name()) + "」";
    }
}
