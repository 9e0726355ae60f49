package jp.tsunagu.procedure.check.ward;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import jp.tsunagu.document.PaperCheck;
import jp.tsunagu.document.PaperCheck.Kind;
import jp.tsunagu.document.PaperCheck.Slip;
import jp.tsunagu.procedure.PaperFiles;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;

/** What is wrong with the papers of a procedure; several rules ask for it. */
final class PaperSlips {

    private static final Map<ProcedureFiles, List<Slip>> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());

    private PaperSlips() {}

    static List<Finding> of(ProcedureFiles files, Kind kind, String rule) {
        return KNOWN
                .computeIfAbsent(files, asked -> PaperCheck.of(PaperFiles.of(asked), PaperFiles.forms(asked)))
                .stream()
                .filter(slip -> slip.kind() == kind)
                .map(slip -> Lines.error(rule, "forms/" + slip.file(), slip.line(), slip.message()))
                .toList();
    }
}
