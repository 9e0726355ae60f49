package jp.tsunagu.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.Cases;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Prints the papers of a case, or an empty one to be filled in by hand outside. */
@Component
public class Papers {

    /** The flag 連絡先の秘匿 of 第1号様式; its forms mark what it hides as {@code contact} (I-14). */
    private static final String CONTACT_RESTRICTED = "contactRestricted";

    private final PaperTemplates templates;
    private final PaperPrinter printer;
    private final Issues issues;
    private final PaperExtras extras;
    private final PeopleOnPaper people;
    private final PlanOnPaper plan;
    private final FieldsOnPaper fields;
    private final Cases cases;
    private final Clock clock;

    Papers(
            PaperTemplates templates,
            PaperPrinter printer,
            Issues issues,
            PaperExtras extras,
            PeopleOnPaper people,
            PlanOnPaper plan,
            FieldsOnPaper fields,
            Cases cases,
            Clock clock) {
        this.templates = templates;
        this.printer = printer;
        this.issues = issues;
        this.extras = extras;
        this.people = people;
        this.plan = plan;
        this.fields = fields;
        this.cases = cases;
        this.clock = clock;
    }

    /** A paper there is. */
    public record Paper(String key, String title) {}

    public List<Paper> all() {
        return templates.present().all().stream()
                .map(template -> new Paper(template.key(), template.title()))
                .toList();
    }

    /** Whether a paper prints lines of 支援経過記録, which are no fields of a form. */
    public boolean printsRecords(String caseNumber, String paper) {
        return with(caseNumber, paper, "progress");
    }

    /** Whether a paper is of a meeting, at which there were other cases too. */
    public boolean isOfMeeting(String caseNumber, String paper) {
        return with(caseNumber, paper, "meeting");
    }

    /** Whether it is only a sheet to be filled in and signed so far: what it would be about has not happened. */
    public boolean isNotYetMade(String caseNumber, CasePaper paper) {
        boolean untilMade = templates
                .ofCase(caseNumber)
                .find(paper.paper())
                .filter(template -> template.made().present() == PaperMade.Present.UNTIL_MADE)
                .isPresent();
        return untilMade
                && paper.versions().stream().allMatch(version -> version.id().equals(PaperVersion.PRESENT));
    }

    private boolean with(String caseNumber, String paper, String what) {
        return templates
                .ofCase(caseNumber)
                .find(paper)
                .filter(template -> template.with().contains(what))
                .isPresent();
    }

    /** The papers that a case has, and what there is of each. */
    @Transactional(readOnly = true)
    public List<CasePaper> of(String caseNumber) {
        CaseOnPaper supportCase = read(caseNumber);
        return templates.ofCase(caseNumber).all().stream()
                .map(template -> new CasePaper(
                        template.key(),
                        template.title(),
                        issues.of(template, supportCase).stream()
                                .map(Issue::version)
                                .toList()))
                .filter(paper -> !paper.versions().isEmpty())
                .toList();
    }

    /**
     * A paper of a case for the house itself and for the person.
     *
     * @param version which of them, by its id; null for the latest
     * @param user who prints it: address and telephone of a restricted case stand on it only while they have them open
     * @return empty if the case has no such paper
     */
    @Transactional(readOnly = true)
    public Optional<PrintedPaper> ofCase(String paper, String caseNumber, String version, String user) {
        return ofCase(paper, caseNumber, version, field -> true, fields.isOpened(user, caseNumber));
    }

    /**
     * A paper of a case for somebody outside.
     *
     * @param shared by a field's key whether the receiver may read it; for the others the paper says that they are held back
     *     (要領 第9条第2号)
     */
    @Transactional(readOnly = true)
    public Optional<PrintedPaper> ofCase(String paper, String caseNumber, String version, Predicate<String> shared) {
        return ofCase(paper, caseNumber, version, shared, false);
    }

    private Optional<PrintedPaper> ofCase(
            String paper, String caseNumber, String version, Predicate<String> shared, boolean opened) {
        Optional<PaperTemplate> template = templates.ofCase(caseNumber).find(paper);
        if (template.isEmpty()) {
            return Optional.empty();
        }
        CaseOnPaper supportCase = read(caseNumber);
        return issues.of(template.get(), supportCase).stream()
                .filter(issue -> version == null || issue.version().id().equals(version))
                .findFirst()
                .map(issue ->
                        printer.print(template.get(), values(template.get(), supportCase, issue, shared, opened)));
    }

    /** The paper without any answer; empty if there is no such paper. */
    public Optional<PrintedPaper> blank(String paper) {
        return templates.present().find(paper).map(template -> {
            Map<String, Object> values = new HashMap<>(extras.ofAll());
            fields.put(template, JsonNodeFactory.instance.objectNode(), PaperWords.plain(Map.of()), values);
            return printer.print(template, values);
        });
    }

    private CaseOnPaper read(String caseNumber) {
        return new CaseOnPaper(caseNumber, cases.fields(caseNumber), cases.history(caseNumber));
    }

    /** Everything a template is given; what stands beside the forms goes before an answer of the same name. */
    Map<String, Object> values(
            PaperTemplate template, CaseOnPaper supportCase, Issue issue, Predicate<String> shared, boolean opened) {
        String number = supportCase.number();
        boolean namedOnly = fields.isNamedOnly(number);
        boolean restricted = !opened
                && (namedOnly || supportCase.present().path(CONTACT_RESTRICTED).asBoolean());
        Set<String> hidden = restricted ? fields.hidden(template, namedOnly) : Set.of();
        LocalDate on = issue.version().on() == null
                ? LocalDate.now(clock)
                : issue.version().on();
        PaperWords words = new PaperWords(
                Map.of("serviceCatalogue", plan.services(number, on)),
                hidden::contains,
                fields.readable(template, issue, shared));
        Map<String, Object> values = new HashMap<>(extras.ofAll());
        values.putAll(extras.of(template, supportCase, issue));
        if (!shared.test("birthDate")) {
            values.remove("ageYears");
        }
        values.putAll(namedOnly && !opened ? PlanOnPaper.withoutProviders(issue.beside()) : issue.beside());
        fields.put(template, issue.fields(), words, values);
        values.put("restricted", restricted);
        values.put(PaperPrinter.NAMED_ONLY, namedOnly);
        values.put("caseNumber", number);
        values.put("printed", Wareki.format(LocalDate.now(clock)) + " 印刷");
        values.put("versionLabel", label(issue, supportCase));
        values.putAll(people.of(number));
        return values;
    }

    /** Which paper of its kind it is, and how many documents the file held when it was printed. */
    private static String label(Issue issue, CaseOnPaper supportCase) {
        Object plan = issue.beside().get("planLabel");
        String which = plan == null
                ? issue.version().label()
                : plan + " 照合 " + issue.beside().get("planHash");
        return which + "（台帳の記録 " + supportCase.version() + "）";
    }
}
