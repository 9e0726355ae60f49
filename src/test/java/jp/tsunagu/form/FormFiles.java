package jp.tsunagu.form;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The forms of the project, as they stand in {@code forms/}. */
public final class FormFiles {

    private static final File FOLDER = new File("forms");

    private FormFiles() {}

    /** File name → form, in the order of their numbers. */
    static Map<String, FormSchema> byName() {
        Map<String, FormSchema> forms = new TreeMap<>();
        for (File file : FOLDER.listFiles((folder, name) -> name.endsWith(".form"))) {
            forms.put(file.getName(), read(file));
        }
        return forms;
    }

    public static List<FormSchema> all() {
        return List.copyOf(byName().values());
    }

    static FormSchema named(String name) {
        return read(new File(FOLDER, name));
    }

    private static FormSchema read(File file) {
        try (InputStream content = new FileInputStream(file)) {
            return FormSchema.read(content, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
