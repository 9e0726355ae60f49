package jp.tsunagu.procedure;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.tsunagu.form.FormSchema;
import jp.tsunagu.procedure.file.ReadOnce;

/** The papers of a procedure that is being edited, and the forms they are made of. */
public final class PaperFiles {

    private static final ReadOnce<Optional<FormSchema>> FORMS = new ReadOnce<>(content -> {
        try {
            return Optional.of(FormSchema.read(new ByteArrayInputStream(content), 0));
        } catch (RuntimeException | StackOverflowError e) {
            // told by the checks of forms
            return Optional.empty();
        }
    });

    private PaperFiles() {}

    /** File name without its folder → content: papers, the pieces they share, their style. */
    public static Map<String, String> of(ProcedureFiles files) {
        return PublishedPapers.byName(files.contents());
    }

    /** Key → form, of those that can be read. */
    public static Map<String, FormSchema> forms(ProcedureFiles files) {
        Map<String, FormSchema> forms = new TreeMap<>();
        files.ending(".form")
                .values()
                .forEach(content -> FORMS.of(content).ifPresent(form -> forms.put(form.key(), form)));
        return forms;
    }
}
