package jp.tsunagu.procedure.draft;

import java.util.HashMap;
import java.util.Map;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.ProcedureText;
import jp.tsunagu.procedure.file.UnreadableFileException;
import jp.tsunagu.procedure.file.XmlFile;

/** What the elements of a file are called: steps and flows of a diagram, fields of a form. */
final class ElementNames {

    private ElementNames() {}

    /** Id → name; only of those that have one. */
    static Map<String, String> of(ProcedureFiles files, String file) {
        Map<String, String> names = new HashMap<>();
        if (ProcedureText.isOne(file)) {
            return names;
        }
        byte[] content = files.content(file).orElse(new byte[0]);
        if (file.endsWith(".form")) {
            FormContent.of(content).eachField(field -> {
                if (!field.path("label").asText().isEmpty()) {
                    names.put(field.path("id").asText(), field.path("label").asText());
                    names.putIfAbsent(
                            field.path("key").asText(), field.path("label").asText());
                }
            });
            return names;
        }
        try {
            XmlFile.read(content).walk().forEach(tag -> {
                if (!tag.id().isEmpty() && !tag.attribute("name").isEmpty()) {
                    names.put(tag.id(), tag.attribute("name"));
                }
            });
        } catch (UnreadableFileException e) {
            // a file that cannot be read has a finding that says so; its elements keep their ids
            return names;
        }
        return names;
    }
}
