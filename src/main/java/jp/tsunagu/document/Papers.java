package jp.tsunagu.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.access.Roles;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.Responsibility;
import jp.tsunagu.casefile.StepAuthor;
import jp.tsunagu.document.PaperFonts.Printable;
import jp.tsunagu.engine.FormSchemas;
import jp.tsunagu.engine.Members;
import org.springframework.stereotype.Component;

/** Prints a paper of a case, or an empty one to be filled in by hand outside. */
@Component
public class Papers {

    /** The flag 連絡先の秘匿 of 第1号様式, and what is printed then for every field that its forms mark as {@code contact} (I-14). */
    private static final String CONTACT_RESTRICTED = "contactRestricted";

    private static final String RESTRICTED = "（連絡先秘匿）";
    private static final List<String> FORMS_OF_CONTACT = List.of("reception", "obtainApplicationAndConsent");

    private final PaperTemplates templates;
    private final PaperFonts fonts;
    private final PaperRenderer renderer;
    private final FormSchemas forms;
    private final Cases cases;
    private final Responsibility responsibility;
    private final Members members;
    private final Clock clock;

    Papers(
            PaperTemplates templates,
            PaperFonts fonts,
            PaperRenderer renderer,
            FormSchemas forms,
            Cases cases,
            Responsibility responsibility,
            Members members,
            Clock clock) {
        this.templates = templates;
        this.fonts = fonts;
        this.renderer = renderer;
        this.forms = forms;
        this.cases = cases;
        this.responsibility = responsibility;
        this.members = members;
        this.clock = clock;
    }

    /** A paper there is. */
    public record Paper(String key, String title) {}

    public List<Paper> all() {
        return templates.all().stream()
                .map(template -> new Paper(template.key(), template.title()))
                .toList();
    }

    /** The paper as the case file stands now; empty if there is no such paper. */
    public Optional<byte[]> ofCase(String key, String caseNumber) {
        return templates.find(key).map(template -> print(template, ofCase(template, caseNumber)));
    }

    /** The paper without any answer; empty if there is no such paper. */
    public Optional<byte[]> blank(String key) {
        return templates
                .find(key)
                .map(template -> print(template, fields(template, JsonNodeFactory.instance.objectNode())));
    }

    private Map<String, Object> ofCase(PaperTemplate template, String caseNumber) {
        ObjectNode data = cases.fields(caseNumber);
        boolean restricted = data.path(CONTACT_RESTRICTED).asBoolean();
        if (restricted) {
            withoutContact(data);
        }
        Map<String, Object> values = fields(template, data);
        values.put("restricted", restricted);
        values.put("caseNumber", caseNumber);
        values.put("printed", Wareki.format(LocalDate.now(clock)) + " 印刷");
        values.put(
                "receivedBy",
                name(cases.authors(caseNumber, List.of("reception")).stream()
                        .findFirst()
                        .map(StepAuthor::author)));
        values.put("worker", name(responsibility.of(caseNumber, Roles.CONSULTATION_SUPPORTER)));
        return values;
    }

    private void withoutContact(ObjectNode data) {
        FORMS_OF_CONTACT.stream()
                .flatMap(form -> forms.present(form).walk())
                .filter(field -> field.property("contact").isPresent() && data.hasNonNull(field.key()))
                .forEach(field -> data.put(field.key(), RESTRICTED));
    }

    private Map<String, Object> fields(PaperTemplate template, ObjectNode data) {
        Map<String, Object> values = new HashMap<>();
        template.forms()
                .forEach(form ->
                        PaperFields.of(forms.present(form).fields(), data).forEach(values::putIfAbsent));
        return values;
    }

    private String name(Optional<String> user) {
        return user.map(members::nameOf).orElse("");
    }

    /** Characters that no font has are told at the top of the paper. */
    private byte[] print(PaperTemplate template, Map<String, Object> values) {
        values.put("style", templates.style());
        Printable page = fonts.printable(template.fill(values));
        if (!page.missing().isEmpty()) {
            values.put("missing", String.join(" ", codes(page.missing())));
            page = fonts.printable(template.fill(values));
        }
        return renderer.pdf(page.text());
    }

    private static List<String> codes(Set<String> characters) {
        return characters.stream()
                .map(character -> "U+%04X".formatted(character.codePointAt(0)))
                .toList();
    }
}
