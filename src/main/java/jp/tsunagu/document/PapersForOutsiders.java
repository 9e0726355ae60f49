package jp.tsunagu.document;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import jp.tsunagu.disclosure.OutsidePaper;
import jp.tsunagu.engine.FormSchemas;
import jp.tsunagu.form.FormField;
import org.springframework.stereotype.Component;

/** The papers as whoever discloses something asks for them: what the receiver may not read is held back. */
@Component
class PapersForOutsiders implements OutsidePaper {

    private final Papers papers;
    private final PaperTemplates templates;
    private final FormSchemas forms;

    PapersForOutsiders(Papers papers, PaperTemplates templates, FormSchemas forms) {
        this.papers = papers;
        this.templates = templates;
        this.forms = forms;
    }

    @Override
    public List<Title> titles(Collection<String> asked) {
        return asked.stream()
                .flatMap(paper -> templates.present().find(paper).stream())
                .map(template -> new Title(template.key(), template.title()))
                .toList();
    }

    @Override
    public Optional<byte[]> print(String paper, String caseNumber, Predicate<String> field) {
        Set<String> cells = cells(paper, caseNumber);
        return papers.ofCase(paper, caseNumber, null, key -> cells.contains(key) || field.test(key))
                .map(PrintedPaper::pdf);
    }

    /** The columns of lists, as far as no field of that name stands by itself: a list that is held back shows none of them. */
    private Set<String> cells(String paper, String caseNumber) {
        Set<String> inLists = new HashSet<>();
        Set<String> byThemselves = new HashSet<>();
        templates.ofCase(caseNumber).find(paper).stream()
                .flatMap(template -> template.forms().stream().map(form -> forms.ofSet(template.set(), form)))
                .flatMap(form -> form.fields().stream())
                .forEach(field -> sort(field, false, inLists, byThemselves));
        inLists.removeAll(byThemselves);
        return inLists;
    }

    private static void sort(FormField field, boolean inList, Set<String> inLists, Set<String> byThemselves) {
        (inList ? inLists : byThemselves).add(field.isContainer() ? field.path() : field.key());
        field.children().forEach(child -> sort(child, inList || field.isRepeating(), inLists, byThemselves));
    }
}
