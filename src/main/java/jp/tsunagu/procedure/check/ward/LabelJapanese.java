package jp.tsunagu.procedure.check.ward;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.file.Drawing;
import jp.tsunagu.procedure.file.Shape;
import org.springframework.stereotype.Component;

/** People read Japanese names; programs read English ids. */
@Component
class LabelJapanese extends DiagramRule {

    LabelJapanese() {
        super("label-japanese");
    }

    /** Programs read their names. */
    private static final Set<String> OF_PROGRAMS = Set.of("message", "signal", "error", "escalation", "definitions");

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern ARROW_ID = Pattern.compile("[a-z][A-Za-z0-9]*(_[a-z][A-Za-z0-9]*)?");

    @Override
    Stream<Finding> of(Drawing drawing, ProcedureFiles files) {
        return drawing.shapes().stream().flatMap(shape -> Stream.concat(name(drawing, shape), id(drawing, shape)));
    }

    private Stream<Finding> name(Drawing drawing, Shape shape) {
        boolean foreign = !OF_PROGRAMS.contains(shape.kind())
                && !shape.name().isEmpty()
                && !JAPANESE.matcher(shape.name()).find();
        return foreign ? Stream.of(error(drawing, shape, "名前「" + shape.name() + "」を日本語にしてください。")) : Stream.empty();
    }

    private Stream<Finding> id(Drawing drawing, Shape shape) {
        if (shape.is("sequenceFlow")) {
            return ARROW_ID.matcher(shape.id()).matches()
                    ? Stream.empty()
                    : Stream.of(error(
                            drawing,
                            shape,
                            "矢印のid「" + shape.id() + "」を英語の「元_先」の形にしてください。例: "
                                    + shape.element().attribute("sourceRef") + "_"
                                    + shape.element().attribute("targetRef")));
        }
        return ID.matcher(shape.id()).matches()
                ? Stream.empty()
                : Stream.of(error(drawing, shape, "id「" + shape.id() + "」を、小文字で始まる英語の続け書きにしてください。例: decideTriage"));
    }
}
