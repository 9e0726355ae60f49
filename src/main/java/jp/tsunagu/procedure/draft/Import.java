package jp.tsunagu.procedure.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.tsunagu.procedure.ProcedureFiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a whole procedure from a file into a 改定案. */
@Component
class Import {

    private final Drafts drafts;
    private final HarmlessContent harmless;

    Import(Drafts drafts, HarmlessContent harmless) {
        this.drafts = drafts;
        this.harmless = harmless;
    }

    /**
     * What came of it.
     *
     * @param changed files that differ from what the draft held
     * @param missing files of the draft that the ZIP does not have; they stay
     */
    record Result(List<String> changed, List<String> missing) {}

    /** All of it or nothing. */
    @Transactional
    public Result take(int draft, byte[] packed, String person) {
        ProcedureFiles brought = ProcedureZip.read(packed);
        brought.contents().forEach(harmless::require);
        ProcedureFiles present = drafts.files(draft);
        List<String> changed = new ArrayList<>();
        brought.contents().forEach((name, content) -> {
            if (!present.content(name)
                    .filter(old -> Arrays.equals(old, content))
                    .isPresent()) {
                drafts.save(draft, name, content, drafts.revision(draft, name), person);
                changed.add(name);
            }
        });
        List<String> missing = present.contents().keySet().stream()
                .filter(name -> brought.content(name).isEmpty())
                .toList();
        return new Result(changed, missing);
    }
}
