package jp.tsunagu.procedure.check;

import java.util.Comparator;
import java.util.List;
import jp.tsunagu.procedure.ProcedureFiles;
import org.springframework.stereotype.Component;

/** All checks together. */
@Component
public class ProcedureChecks {

    private static final Comparator<Finding> BLOCKING_FIRST = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::file)
            .thenComparing(finding -> finding.element() == null ? "" : finding.element());

    private final List<Check> checks;

    ProcedureChecks(List<Check> checks) {
        this.checks = checks;
    }

    /** What is to be mended first stands first. */
    public List<Finding> of(ProcedureFiles files) {
        return checks.stream()
                .flatMap(check -> check.of(files).stream())
                .sorted(BLOCKING_FIRST)
                .toList();
    }
}
