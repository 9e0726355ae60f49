package jp.tsunagu.procedure.check.ward;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import org.springframework.stereotype.Component;

/** A clause that is named as the ground exists in the list of clauses. */
@Component
class ClauseExists implements WardRule {

    private static final String RULE = "clause-exists";

    /** MK-10-3a, MK-9-5-ア-保護, NG-5-2: two capitals, a hyphen, and all up to the next mark. */
    private static final Pattern NAMED =
            Pattern.compile("(?<![\\p{L}\\p{N}_-])[A-Z]{2}-[\\p{L}\\p{N}][\\p{L}\\p{N}.-]*");

    @Override
    public String rule() {
        return RULE;
    }

    @Override
    public List<Finding> of(ProcedureFiles files) {
        Set<String> clauses = Lists.clauses(files);
        Stream<Finding> diagrams = DiagramRule.drawings(files).stream()
                .flatMap(drawing -> drawing.shapes().stream()
                        .flatMap(shape -> of(drawing.file(), shape.id(), shape.documentation(), clauses)));
        Stream<Finding> tables = Tables.of(files).stream()
                .flatMap(table -> of(table.file(), table.id(), table.decision().textOf("description"), clauses));
        return Stream.concat(diagrams, tables).toList();
    }

    private static Stream<Finding> of(String file, String element, String text, Set<String> clauses) {
        return NAMED.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .filter(clause -> !clauses.contains(clause))
                .map(clause -> Finding.error(
                        RULE, file, element, "根拠「" + clause + "」が、条項の一覧 clauses.yaml にありません。番号を確かめてください。"));
    }
}
