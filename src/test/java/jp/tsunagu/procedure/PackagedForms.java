package jp.tsunagu.procedure;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import jp.tsunagu.form.FormSchema;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;

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

    /** Step → name of its user task. */
    public static Map<String, String> taskTitles() {
        Map<String, String> titles = new HashMap<>();
        PackagedProcedure.read().forEach((name, content) -> {
            if (name.endsWith(".bpmn")) {
                Bpmn.readModelFromStream(new ByteArrayInputStream(content))
                        .getModelElementsByType(UserTask.class)
                        .forEach(task -> titles.put(task.getId(), task.getName()));
            }
        });
        return titles;
    }

    /** The whole procedure as it ships. */
    public static ProcedureFiles procedure() {
        return ProcedureFiles.of(PackagedProcedure.read());
    }

    /** All diagrams, tables and forms as one text. */
    public static String everything() {
        StringBuilder text = new StringBuilder();
        PackagedProcedure.read().values().forEach(content -> text.append(new String(content, StandardCharsets.UTF_8)));
        return text.toString();
    }
}
