package jp.tsunagu.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.casefile.PlacesOfPerson;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.disclosure.DisclosureTable;
import jp.tsunagu.engine.FormSchemas;
import jp.tsunagu.form.FormField;
import org.springframework.stereotype.Component;

/** The fields of the forms that a paper is made of: which of them its reader may read, and how they are put on it. */
@Component
class FieldsOnPaper {

    /** The forms whose fields are hidden on every paper, also where its own forms do not mark them as {@code contact}. */
    private static final List<String> FORMS_OF_CONTACT = List.of("reception", "obtainApplicationAndConsent");

    private final FormSchemas forms;
    private final DisclosureTable disclosure;
    private final RestrictedCases restricted;

    FieldsOnPaper(FormSchemas forms, DisclosureTable disclosure, RestrictedCases restricted) {
        this.forms = forms;
        this.disclosure = disclosure;
        this.restricted = restricted;
    }

    /** The act's own words its paper always says; what can be told about a person only as far as it may be read. */
    Predicate<String> readable(PaperTemplate template, Issue issue, Predicate<String> shared) {
        Set<String> own = Stream.concat(template.made().by().stream(), template.made().followedBy().stream())
                .flatMap(step -> forms.ofSet(template.set(), step).walk())
                .filter(field -> !field.isShownOnly())
                .flatMap(field -> Stream.of(field.key(), field.path()))
                .collect(Collectors.toSet());
        Predicate<String> ticked = template.with().contains("sharedItems") ? ticked(issue.fields()) : field -> true;
        return shared.and(ticked)
                .or(field -> own.contains(field) && disclosure.itemOf(field).isEmpty());
    }

    /** The fields of the items that are ticked on a つなぎ票 (渡す情報). */
    private Predicate<String> ticked(ObjectNode fields) {
        Set<String> items = new HashSet<>();
        fields.path("sharedItems").forEach(item -> items.add(item.asText()));
        return field -> disclosure.itemOf(field).filter(items::contains).isPresent();
    }

    /** 制限ケース (EV8). */
    boolean isNamedOnly(String caseNumber) {
        return restricted.isRestricted(caseNumber);
    }

    /** True while this person has said why they need what is kept back of a restricted case. */
    boolean isOpened(String user, String caseNumber) {
        return isNamedOnly(caseNumber) && !restricted.hidesPlaces(user, caseNumber);
    }

    /**
     * What is hidden on every paper (I-14).
     *
     * @param namedOnly true for a restricted case: whatever tells a place; else what 連絡先の秘匿 hides
     */
    Set<String> hidden(PaperTemplate template, boolean namedOnly) {
        Stream<FormField> asked = Stream.concat(
                FORMS_OF_CONTACT.stream()
                        .flatMap(form -> Stream.concat(
                                forms.present(form).walk(),
                                forms.ofSet(template.set(), form).walk())),
                template.forms().stream()
                        .flatMap(form -> forms.ofSet(template.set(), form).walk()));
        return asked.filter(namedOnly ? PlacesOfPerson::isTold : PlacesOfPerson::isContact)
                .map(FormField::key)
                .collect(Collectors.toSet());
    }

    /** Puts the answers, as words, where a template looks for them. */
    void put(PaperTemplate template, ObjectNode data, PaperWords words, Map<String, Object> values) {
        template.forms()
                .forEach(form -> PaperFields.of(
                                forms.ofSet(template.set(), form).fields(), data, words)
                        .forEach(values::putIfAbsent));
    }
}
