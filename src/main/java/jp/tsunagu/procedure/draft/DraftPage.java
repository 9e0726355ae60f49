package jp.tsunagu.procedure.draft;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.procedure.FileTitles;
import jp.tsunagu.procedure.ProcedureArchive;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.ProcedureText;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.draft.Draft.State;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a 改定案 shows. */
@Component
class DraftPage {

    private static final Comparator<String> DIAGRAMS_FIRST = Comparator.comparing(
                    (String name) -> List.of("bpmn", "dmn", "form", "html", "css", "yaml")
                            .indexOf(name.substring(name.lastIndexOf('.') + 1)))
            .thenComparing(Comparator.naturalOrder());

    private final Drafts drafts;
    private final ProcedureArchive archive;
    private final Leases leases;
    private final DraftFindings findings;
    private final Wording wording;
    private final RulePages rules;

    DraftPage(
            Drafts drafts,
            ProcedureArchive archive,
            Leases leases,
            DraftFindings findings,
            Wording wording,
            RulePages rules) {
        this.rules = rules;
        this.drafts = drafts;
        this.archive = archive;
        this.leases = leases;
        this.findings = findings;
        this.wording = wording;
    }

    /**
     * A file in words.
     *
     * @param changed null if it is as in the base
     * @param openWith who else has it open; null if nobody
     */
    record FileLine(String file, String title, String kind, DraftFile changed, boolean fresh, String openWith) {}

    /**
     * A finding in words.
     *
     * @param where the file, and the step, in Japanese
     * @param address its place in the editor
     * @param explained the page that explains the check, or null
     */
    record FindingLine(Finding finding, String where, String address, String explained) {}

    void fill(int id, String user, Model model) {
        Draft draft = drafts.draft(id);
        ProcedureFiles base = archive.files(draft.baseSet());
        ProcedureFiles files = drafts.files(id);
        FileTitles before = FileTitles.of(base);
        FileTitles titles = FileTitles.of(files);
        Map<String, DraftFile> changed =
                drafts.changed(id).stream().collect(Collectors.toMap(DraftFile::name, Function.identity()));
        Map<String, String> open = leases.of(id);
        open.values().removeIf(user::equals);
        Function<String, FileLine> line = name -> new FileLine(
                name,
                files.content(name).isPresent() ? titles.title(name) : before.title(name),
                wording.kind(name),
                changed.get(name),
                base.content(name).isEmpty(),
                open.containsKey(name) ? wording.person(open.get(name)) : null);
        model.addAttribute("words", wording);
        model.addAttribute("draft", draft);
        model.addAttribute("editing", draft.state() == State.EDITING);
        model.addAttribute(
                "changed", changed.keySet().stream().sorted().map(line).toList());
        model.addAttribute(
                "groups",
                files.contents().keySet().stream()
                        .filter(FileFormat::isName)
                        .sorted(DIAGRAMS_FIRST)
                        .map(line)
                        .collect(Collectors.groupingBy(FileLine::kind, LinkedHashMap::new, Collectors.toList())));
    }

    void fillFindings(int id, Model model) {
        ProcedureFiles files = drafts.files(id);
        FileTitles titles = FileTitles.of(files);
        Map<String, Map<String, String>> names = new HashMap<>();
        List<FindingLine> lines = findings.of(id).stream()
                .map(finding -> line(id, finding, files, titles, names))
                .toList();
        model.addAttribute(
                "errors", lines.stream().filter(line -> line.finding().blocks()).toList());
        model.addAttribute(
                "warnings",
                lines.stream().filter(line -> !line.finding().blocks()).toList());
    }

    private FindingLine line(
            int draft,
            Finding finding,
            ProcedureFiles files,
            FileTitles titles,
            Map<String, Map<String, String>> names) {
        String element = finding.element();
        String where = titles.title(finding.file());
        if (element != null) {
            boolean line = ProcedureText.isOne(finding.file());
            String name = line
                    ? element + "行目"
                    : names.computeIfAbsent(finding.file(), file -> ElementNames.of(files, file))
                            .getOrDefault(element, element);
            where += "：" + name;
        }
        boolean editable = FileFormat.isName(finding.file())
                && files.content(finding.file()).isPresent();
        return new FindingLine(
                finding,
                where,
                editable ? DraftPageController.editor(draft, finding.file(), element) : null,
                rules.address(finding.rule()).orElse(null));
    }
}
