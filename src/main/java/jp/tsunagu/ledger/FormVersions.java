package jp.tsunagu.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.tsunagu.casefile.CaseForms;
import jp.tsunagu.casefile.CaseForms.Sent;
import jp.tsunagu.casefile.CaseSheet.Head;
import jp.tsunagu.casefile.PlacesOfPerson;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.engine.Diagrams;
import jp.tsunagu.engine.FormSchemas;
import jp.tsunagu.engine.Members;
import jp.tsunagu.form.FormField;
import jp.tsunagu.form.FormSchema;
import jp.tsunagu.ledger.Answers.Line;
import jp.tsunagu.plan.ServiceCatalogue;
import org.springframework.stereotype.Component;

/** The forms of a case, each in all its versions: what was answered, and what changed since the time before. */
@Component
class FormVersions {

    private final CaseForms sent;
    private final FormSchemas schemas;
    private final Diagrams diagrams;
    private final StepTitles titles;
    private final Members members;
    private final Contact contact;
    private final RestrictedCases restricted;
    private final ServiceCatalogue services;

    FormVersions(
            CaseForms sent,
            FormSchemas schemas,
            Diagrams diagrams,
            StepTitles titles,
            Members members,
            Contact contact,
            RestrictedCases restricted,
            ServiceCatalogue services) {
        this.sent = sent;
        this.schemas = schemas;
        this.diagrams = diagrams;
        this.titles = titles;
        this.members = members;
        this.contact = contact;
        this.restricted = restricted;
        this.services = services;
    }

    /** A form in the list of a case. */
    record Row(String form, String title, int versions, String day, String author) {}

    /**
     * One version among those to choose from.
     *
     * @param takenBack true if it no longer counts (訂正)
     */
    record Version(int number, String day, String author, String recorded, boolean takenBack) {}

    /**
     * One version as it is read.
     *
     * @param before the version it is compared with; null for the first
     * @param differences empty if nothing changed
     */
    record Reading(
            String title,
            List<Version> versions,
            Version shown,
            Integer before,
            Collection<Line> answers,
            List<Difference> differences) {}

    /** All forms of a case, the latest act first. */
    List<Row> of(Head head) {
        List<Sent> latest = sent.latest(head.id());
        Map<String, String> steps = diagrams.stepNames();
        Map<String, String> names = names(latest);
        return latest.stream()
                .sorted(Comparator.comparing(Sent::recordedAt).reversed())
                .map(form -> new Row(
                        form.form(),
                        titles.title(form.form(), steps),
                        form.version(),
                        Days.full(form.actDate()),
                        names.get(form.author())))
                .toList();
    }

    /**
     * A version of a form; empty if the case has no such form, or the form no such version.
     *
     * @param user who reads it: the places of a restricted case are shown while they have them open
     */
    Optional<Reading> read(Head head, String form, Optional<Integer> version, String user) {
        List<Sent> versions = sent.versions(head.id(), form);
        boolean opened = head.namedOnly() && !restricted.hidesPlaces(user, head.number());
        Map<String, String> names = names(versions);
        return versions.stream()
                .filter(one -> version.isEmpty() || one.version() == version.get())
                .findFirst()
                .map(shown -> {
                    Optional<Sent> before = versions.stream()
                            .filter(one -> one.version() == shown.version() - 1)
                            .findFirst();
                    Map<String, Line> answers = answers(head, shown, opened);
                    return new Reading(
                            titles.title(form, diagrams.stepNames()),
                            versions.stream().map(one -> version(one, names)).toList(),
                            version(shown, names),
                            before.map(Sent::version).orElse(null),
                            answers.values(),
                            before.map(one -> Difference.between(answers(head, one, opened), answers))
                                    .orElse(List.of()));
                });
    }

    /**
     * One version of a form with all its answers.
     *
     * @param version counts how often the form was sent in this case
     */
    record Whole(String form, String title, int version, String day, String author, Collection<Line> answers) {}

    /** Every form in every version, the oldest act first. */
    List<Whole> all(Head head) {
        Map<String, String> steps = diagrams.stepNames();
        List<Sent> every = sent.latest(head.id()).stream()
                .flatMap(latest -> sent.versions(head.id(), latest.form()).stream())
                .sorted(Comparator.comparing(Sent::recordedAt))
                .toList();
        Map<String, String> names = names(every);
        return every.stream()
                .map(one -> new Whole(
                        one.form(),
                        titles.title(one.form(), steps),
                        one.version(),
                        Days.full(one.actDate()),
                        names.get(one.author()),
                        answers(head, one, false).values()))
                .toList();
    }

    private Map<String, String> names(List<Sent> forms) {
        return members.namesOf(forms.stream().map(Sent::author).collect(Collectors.toSet()));
    }

    private static Version version(Sent one, Map<String, String> names) {
        return new Version(
                one.version(),
                Days.full(one.actDate()),
                names.get(one.author()),
                Days.full(one.recordedAt()),
                one.takenBack());
    }

    /** In the words of the form as it was then. With 連絡先の秘匿 address and telephone are not among them. */
    private Map<String, Line> answers(Head head, Sent one, boolean opened) {
        FormSchema form = schemas.ofVersion(one.form(), one.formVersion());
        Map<String, Line> answers =
                new LinkedHashMap<>(Answers.of(form.fields(), one.data(), served(head.municipality(), one.actDate())));
        if (opened) {
            return answers;
        }
        if (head.contactRestricted()) {
            Set<String> contacts = keys(form, PlacesOfPerson::isContact);
            contacts.addAll(contact.keys());
            hide(answers, contacts, Contact.HIDDEN);
        }
        if (head.namedOnly()) {
            hide(answers, keys(form, PlacesOfPerson::isTold), PlacesOfPerson.HIDDEN);
        }
        return answers;
    }

    private static Set<String> keys(FormSchema form, Predicate<FormField> which) {
        return form.walk().filter(which).map(FormField::key).collect(Collectors.toCollection(HashSet::new));
    }

    private static void hide(Map<String, Line> answers, Set<String> keys, String instead) {
        answers.replaceAll(
                (path, line) -> keys.contains(line.key()) ? new Line(path, line.key(), line.label(), instead) : line);
    }

    /** The labels of choices that a form does not hold itself, because the server offers them. */
    private BinaryOperator<String> served(String municipality, LocalDate day) {
        return (list, value) -> switch (list) {
            case "serviceCatalogue" -> services.name(municipality, value, day);
            case "supporters" -> members.nameOf(value);
            case "upcomingConferences" -> value.equals("new") ? "新しい会議の日を決める" : "日の決まっている会議";
            default -> value;
        };
    }
}
