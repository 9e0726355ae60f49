package jp.tsunagu.procedure;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import jp.tsunagu.form.FormSchema;

/** The packaged forms for tests of other rooms. */
public final class PackagedForms {

    private PackagedForms() {}

    public static Map<String, FormSchema> byKey() {
        Map<String, FormSchema> forms = new HashMap<>();
        PackagedProcedure.read().forEach((name, content) -> {
            if (name.endsWith(".form")) {
                FormSchema form = FormSchema.read(new ByteArrayInputStream(content), 1);
                forms.put(form.key(), form);
            }
        });
        return forms;
    }

    /** All diagrams, tables and forms as one text. */
    public static String everything() {
        StringBuilder text = new StringBuilder();
        PackagedProcedure.read().values().forEach(content -> text.append(new String(content, StandardCharsets.UTF_8)));
        return text.toString();
    }
}
