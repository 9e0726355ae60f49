package jp.tsunagu.procedure.publish;

import java.util.Arrays;
import java.util.List;
import jp.tsunagu.engine.ProcedureSets;
import jp.tsunagu.procedure.ProcedureArchive;
import jp.tsunagu.procedure.ProcedureChange;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.draft.DraftFile;
import jp.tsunagu.procedure.draft.Drafts;
import org.springframework.stereotype.Component;

/** The procedure that a 改定案 makes of the one that is in force, which may have gone on since the 改定案 began. */
@Component
class NewProcedure {

    private final Drafts drafts;
    private final ProcedureArchive archive;
    private final ProcedureSets sets;

    NewProcedure(Drafts drafts, ProcedureArchive archive, ProcedureSets sets) {
        this.drafts = drafts;
        this.archive = archive;
        this.sets = sets;
    }

    /** Those of a set that was in force before, too. */
    ProcedureFiles files(int set) {
        return archive.files(set);
    }

    int presentSet() {
        return sets.current();
    }

    ProcedureFiles present() {
        return archive.files(presentSet());
    }

    /** What is in force, with the files of the 改定案. */
    ProcedureFiles of(int draft) {
        ProcedureFiles files = present();
        ProcedureFiles wanted = drafts.files(draft);
        for (DraftFile changed : drafts.changed(draft)) {
            files = changed.removed()
                    ? files.without(changed.name())
                    : files.with(changed.name(), wanted.contents().get(changed.name()));
        }
        return files;
    }

    ProcedureChange change(int draft) {
        return ProcedureChange.between(present(), of(draft));
    }

    /** Files of the 改定案 that somebody else has changed in force meanwhile: publishing it would undo that. */
    List<String> overtaken(int draft) {
        int base = drafts.draft(draft).baseSet();
        if (base == sets.current()) {
            return List.of();
        }
        ProcedureFiles then = archive.files(base);
        ProcedureFiles now = present();
        return drafts.changed(draft).stream()
                .map(DraftFile::name)
                .filter(name ->
                        !Arrays.equals(then.contents().get(name), now.contents().get(name)))
                .toList();
    }
}
