package jp.tsunagu.procedure.check.ward;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.file.Drawing;
import jp.tsunagu.procedure.file.Shape;
import org.springframework.stereotype.Component;

/** Every jump lands on exactly one place, and every landing place is jumped to. */
@Component
class LinksPaired extends DiagramRule {

    LinksPaired() {
        super("links-paired");
    }

    @Override
    Stream<Finding> of(Drawing drawing, ProcedureFiles files) {
        return drawing.shapes().stream()
                .filter(event -> link(event).isPresent())
                .flatMap(event -> of(drawing, event));
    }

    private Stream<Finding> of(Drawing drawing, Shape event) {
        String name = link(event).orElse("");
        List<Shape> beside = drawing.shapes().stream()
                .filter(other -> other.container().equals(event.container()))
                .filter(other -> link(other).filter(name::equals).isPresent())
                .toList();
        long landings = beside.stream().filter(LinksPaired::catches).count();
        boolean differs = name.isBlank() || !name.equals(event.name());
        Stream<Finding> label = differs
                ? Stream.of(error(drawing, event, "表示名「" + event.name() + "」とリンクの名前「" + name + "」を同じにしてください。"))
                : Stream.empty();
        Stream<Finding> pair = !catches(event)
                ? landings == 0 ? Stream.of(error(drawing, event, "リンク「" + name + "」の飛び先がありません。")) : Stream.empty()
                : landings == beside.size()
                        ? Stream.of(error(drawing, event, "リンク「" + name + "」へ飛ぶ元がありません。"))
                        : landings > 1
                                ? Stream.of(error(drawing, event, "リンク「" + name + "」の飛び先が二つ以上あります。一つにしてください。"))
                                : Stream.empty();
        return Stream.concat(label, pair);
    }

    private static boolean catches(Shape event) {
        return event.is("intermediateCatchEvent");
    }

    private static Optional<String> link(Shape event) {
        return event.element().child("linkEventDefinition").map(definition -> definition.attribute("name"));
    }
}
