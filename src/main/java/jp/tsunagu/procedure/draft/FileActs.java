package jp.tsunagu.procedure.draft;

import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.procedure.ProcedureArchive;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.file.UnreadableFileException;
import jp.tsunagu.procedure.file.XmlFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Diagrams and tables that come into a 改定案, and files that leave it. What still needs them, the checks find. */
@Component
class FileActs {

    private static final Set<String> ENDINGS = Set.of("bpmn", "dmn");
    private static final int LONGEST_TITLE = 100;

    private final Drafts drafts;
    private final ProcedureArchive archive;

    FileActs(Drafts drafts, ProcedureArchive archive) {
        this.drafts = drafts;
        this.archive = archive;
    }

    /**
     * A new diagram or table.
     *
     * @param ending {@code bpmn} or {@code dmn}
     * @return the file's name
     * @throws RefusedException if there is one of this name, or the name cannot be one
     */
    @Transactional
    public String make(int draft, String ending, String key, String title, String person) {
        if (!ENDINGS.contains(ending)) {
            throw RefusedException.ofAct("手続の図か判定表を選んでください。");
        }
        if (!EditorDesk.KEY.matcher(key).matches()) {
            throw RefusedException.ofAct("英字名は、英小文字で始まる英数字にしてください（例 householdSupport）。");
        }
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            throw RefusedException.ofAct("名前を、" + LONGEST_TITLE + "字までで入力してください。");
        }
        String name = "processes/" + key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + "." + ending;
        ProcedureFiles files = drafts.files(draft);
        if (files.content(name).isPresent() || names(files).contains(key)) {
            throw RefusedException.ofAct("英字名「" + key + "」の図か判定表は、すでにあります。別の英字名にしてください。");
        }
        drafts.save(draft, name, BlankFile.of(ending, key, title.strip()), drafts.revision(draft, name), person);
        return name;
    }

    private static Set<String> names(ProcedureFiles files) {
        return Stream.concat(files.ending(".bpmn").values().stream(), files.ending(".dmn").values().stream())
                .flatMap(FileActs::named)
                .collect(Collectors.toSet());
    }

    private static Stream<String> named(byte[] content) {
        try {
            return XmlFile.read(content)
                    .walk()
                    .filter(element ->
                            element.name().equals("process") || element.name().equals("decision"))
                    .map(element -> element.attributes().getOrDefault("id", ""));
        } catch (UnreadableFileException e) {
            // that it cannot be read is a finding
            return Stream.empty();
        }
    }

    /**
     * Takes a file out; one that only this 改定案 has is gone with it.
     *
     * @param seen its revision; 0 for the file of the base
     * @throws StaleRevisionException if somebody saved another one meanwhile
     */
    @Transactional
    public void remove(int draft, String name, int seen, String person) {
        if (!FileFormat.isName(name) || drafts.files(draft).content(name).isEmpty()) {
            throw new NoSuchElementException("このファイルは、改定案にありません。ほかの人がなくしたかもしれません。");
        }
        boolean inBase =
                archive.files(drafts.draft(draft).baseSet()).content(name).isPresent();
        if (inBase) {
            drafts.save(draft, name, null, seen, person);
        } else {
            drafts.undo(draft, name, seen);
        }
    }
}
