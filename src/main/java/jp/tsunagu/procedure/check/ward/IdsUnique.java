package jp.tsunagu.procedure.check.ward;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import org.springframework.stereotype.Component;

/** An id means one thing: forms, targets and the heat are found by it. */
@Component
class IdsUnique implements WardRule {

    private static final String RULE = "ids-unique";

    @Override
    public String rule() {
        return RULE;
    }

    @Override
    public List<Finding> of(ProcedureFiles files) {
        List<Finding> found = new ArrayList<>();
        List<Named> everywhere = new ArrayList<>();
        DiagramRule.drawings(files).forEach(drawing -> {
            twice(drawing.shapes().stream().map(shape -> new Named(drawing.file(), shape.id())), found);
            drawing.shapes("userTask", "process")
                    .forEach(shape -> everywhere.add(new Named(drawing.file(), shape.id())));
        });
        twice(everywhere.stream(), found);
        twice(Tables.of(files).stream().map(table -> new Named(table.file(), table.id())), found);
        twice(Forms.of(files).stream().map(form -> new Named(form.file(), form.id())), found);
        return found.stream().distinct().toList();
    }

    private record Named(String file, String id) {}

    private static void twice(Stream<Named> all, List<Finding> found) {
        Map<String, String> first = new HashMap<>();
        all.forEach(one -> {
            String other = first.putIfAbsent(one.id(), one.file());
            if (other != null) {
                found.add(Finding.error(
                        RULE,
                        one.file(),
                        one.id(),
                        "id「" + one.id() + "」が二度使われています（もう一つは " + other + "）。別のidにしてください。"));
            }
        });
    }
}
