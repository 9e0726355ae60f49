package jp.tsunagu.procedure.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.check.ProcedureChecks;
import org.springframework.stereotype.Component;

/** 指摘 of a 改定案 as it is saved. Checking takes seconds, so what was found is remembered until the next change. */
@Component
class DraftFindings {

    private static final int REMEMBERED = 16;

    private final Drafts drafts;
    private final ProcedureChecks checks;
    private final Map<Integer, Found> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Found> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Found(int revisions, List<Finding> findings) {}

    DraftFindings(Drafts drafts, ProcedureChecks checks) {
        this.drafts = drafts;
        this.checks = checks;
    }

    List<Finding> of(int draft) {
        int revisions = drafts.revisions(draft);
        synchronized (known) {
            Found found = known.get(draft);
            if (found != null && found.revisions() == revisions) {
                return found.findings();
            }
        }
        List<Finding> findings = checks.of(drafts.files(draft));
        synchronized (known) {
            known.put(draft, new Found(revisions, findings));
        }
        return findings;
    }
}
