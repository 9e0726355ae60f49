package jp.tsunagu.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.casefile.CaseSheet;
import jp.tsunagu.engine.FormSchemas;
import org.springframework.stereotype.Component;

/** 連絡先: the fields that the forms mark as {@code contact}. With 連絡先の秘匿 they are shown only on demand (I-14). */
@Component
class Contact {

    static final String HIDDEN = "（連絡先秘匿）";

    private static final List<String> FORMS = List.of("obtainApplicationAndConsent", "reception");

    private final FormSchemas forms;
    private final CaseSheet sheet;

    Contact(FormSchemas forms, CaseSheet sheet) {
        this.forms = forms;
        this.sheet = sheet;
    }

    /** One way to reach the person. */
    record Line(String label, String text) {}

    /** What is known of it, in the order of 第1号様式. */
    List<Line> of(String caseNumber) {
        Map<String, String> labels = labels();
        JsonNode known = sheet.fields(caseNumber, labels.keySet());
        return labels.entrySet().stream()
                .filter(field -> !known.path(field.getKey()).asText("").isBlank())
                .map(field ->
                        new Line(field.getValue(), known.path(field.getKey()).asText()))
                .toList();
    }

    /** The names of the fields that are hidden in whatever form they stand. */
    Set<String> keys() {
        return labels().keySet();
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        FORMS.stream()
                .flatMap(form -> forms.present(form).walk())
                .filter(field -> field.property("contact").isPresent())
                .forEach(field -> labels.putIfAbsent(field.key(), field.label()));
        return labels;
    }
}
