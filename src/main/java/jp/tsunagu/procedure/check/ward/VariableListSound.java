package jp.tsunagu.procedure.check.ward;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.VariableFile;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.file.Shape;
import org.springframework.stereotype.Component;

/**
 * The list of deciding variables lets nothing into the engine but choices, numbers and dates, and still has what the program
 * works with (要領 第12条).
 */
@Component
class VariableListSound implements WardRule {

    private static final String RULE = "variable-list";

    @Override
    public String rule() {
        return RULE;
    }

    @Override
    public List<Finding> of(ProcedureFiles files) {
        if (files.content(Lists.VARIABLES).isEmpty()) {
            return List.of();
        }
        Set<String> processes = DiagramRule.drawings(files).stream()
                .flatMap(drawing -> drawing.shapes("process"))
                .map(Shape::id)
                .collect(Collectors.toSet());
        return new VariableEntries(VariableFile.ofProgram(), processes)
                .check(files.content(Lists.VARIABLES).get()).stream()
                        .map(slip -> Lines.error(RULE, Lists.VARIABLES, slip.line(), slip.message()))
                        .toList();
    }
}
