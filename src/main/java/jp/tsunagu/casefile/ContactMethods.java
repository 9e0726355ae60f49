package jp.tsunagu.casefile;

import java.util.Map;
import jp.tsunagu.engine.FormSchemas;
import jp.tsunagu.form.FormField;
import org.springframework.stereotype.Component;

/** 方法 (第3号様式) as the forms of the present procedure offer them: who adds one there has added it here too. */
@Component
public class ContactMethods {

    private static final String FORM = "monitorSupport";
    private static final String RECORD = "record";
    private static final String METHOD = "method";

    private final FormSchemas forms;

    ContactMethods(FormSchemas forms) {
        this.forms = forms;
    }

    /** The codes with what they are called, in the order of the form. */
    public Map<String, String> all() {
        return forms.present(FORM)
                .walk()
                .filter(group -> group.path().equals(RECORD))
                .flatMap(FormField::walk)
                .filter(field -> field.key().equals(METHOD))
                .findFirst()
                .map(FormField::choices)
                .orElseGet(Map::of);
    }
}
