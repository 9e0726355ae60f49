package jp.tsunagu.procedure.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.procedure.FileTitles;
import jp.tsunagu.procedure.ProcedureArchive;
import jp.tsunagu.procedure.ProcedureRegister;
import jp.tsunagu.procedure.ProcedureRegister.PartLine;
import jp.tsunagu.procedure.ProcedureRegister.SetLine;
import org.springframework.stereotype.Component;

/** The register in the words of the page: each file with its version, and who changed it, when and why. */
@Component
class RegisterPage {

    private final ProcedureRegister register;
    private final ProcedureArchive archive;
    private final Drafts drafts;
    private final Wording wording;

    RegisterPage(ProcedureRegister register, ProcedureArchive archive, Drafts drafts, Wording wording) {
        this.register = register;
        this.archive = archive;
        this.drafts = drafts;
        this.wording = wording;
    }

    /**
     * A procedure set in words.
     *
     * @param origin 製品に付属, or the title of its 改定案
     * @param draft the 改定案 it was; null if it came with the program
     */
    record SetWords(int id, String from, String origin, String person, String reason, Integer draft) {}

    /** A file in words. */
    record FileWords(String file, String title, int version, SetWords since) {}

    SetWords set(SetLine line) {
        String from =
                line.effectiveOn() == null ? wording.moment(line.publishedAt()) : Wareki.format(line.effectiveOn());
        if (line.packaged()) {
            return new SetWords(line.id(), from, "製品に付属", "製品", "製品の版によるもの", null);
        }
        return new SetWords(line.id(), from, line.title(), people(line), line.reason(), line.draft());
    }

    /** Who changed it, and who let it into force. */
    private String people(SetLine line) {
        String approved = line.publishedBy() == null ? "" : wording.person(line.publishedBy());
        return line.draft() == null
                ? approved
                : wording.person(drafts.draft(line.draft()).createdBy()) + "（承認 " + approved + "）";
    }

    /** Kind of file → its files. */
    Map<String, List<FileWords>> parts(int set) {
        Map<Integer, SetWords> sets =
                register.sets().stream().map(this::set).collect(Collectors.toMap(SetWords::id, Function.identity()));
        FileTitles titles = FileTitles.of(archive.files(set));
        Map<String, List<FileWords>> groups = new LinkedHashMap<>();
        Map<String, FileWords> seen = new LinkedHashMap<>();
        for (PartLine part : register.parts(set)) {
            if (!seen.containsKey(part.file())) {
                FileWords words =
                        new FileWords(part.file(), titles.title(part.file()), part.version(), sets.get(part.since()));
                seen.put(part.file(), words);
                groups.computeIfAbsent(wording.kind(part.file()), kind -> new ArrayList<>())
                        .add(words);
            }
        }
        return groups;
    }
}
