package jp.tsunagu.procedure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.tsunagu.procedure.file.JsonFile;
import jp.tsunagu.procedure.file.UnreadableFileException;
import jp.tsunagu.procedure.file.XmlElement;
import jp.tsunagu.procedure.file.XmlFile;

/**
 * What people call the files of a procedure: a diagram, a table and a paper by its own name, a form by the step that shows it.
 *
 * @param byFile file name → Japanese name; the file name itself where nothing names it
 * @param formKeys file name of a form → its key
 */
public record FileTitles(Map<String, String> byFile, Map<String, String> formKeys) {

    public static FileTitles of(ProcedureFiles files) {
        Map<String, String> titles = new TreeMap<>();
        Map<String, String> formNames = new HashMap<>();
        files.ending(".bpmn").forEach((name, content) -> {
            XmlElement diagram = read(content);
            titles.put(name, named(diagram, "process", name));
            nameForms(diagram, formNames);
        });
        files.ending(".dmn").forEach((name, content) -> titles.put(name, named(read(content), "decision", name)));
        Map<String, String> keys = new TreeMap<>();
        files.ending(".form").forEach((name, content) -> {
            String key = key(content);
            keys.put(name, key);
            titles.put(name, formNames.getOrDefault(key, name));
        });
        files.contents()
                .forEach((name, content) -> TextTitle.of(name, content).ifPresent(title -> titles.put(name, title)));
        return new FileTitles(titles, keys);
    }

    /** Of files that may be on either side; the later one's names stand where both have one. */
    public static FileTitles of(ProcedureFiles before, ProcedureFiles after) {
        Map<String, byte[]> both = new TreeMap<>(before.contents());
        both.putAll(after.contents());
        return of(ProcedureFiles.of(both));
    }

    public String title(String file) {
        return byFile.getOrDefault(file, file);
    }

    /** A diagram, a table, a form, a paper. */
    public String kind(String file) {
        return file.endsWith(".bpmn")
                ? "図"
                : file.endsWith(".dmn")
                        ? "判定表"
                        : file.endsWith(".form") ? "入力フォーム" : ProcedureText.isOfPapers(file) ? "様式" : "その他";
    }

    /** What cannot be read names nothing; that it cannot be is found elsewhere. */
    private static XmlElement read(byte[] content) {
        try {
            return XmlFile.read(content);
        } catch (UnreadableFileException e) {
            return new XmlElement("", "", Map.of(), List.of(), "");
        }
    }

    private static String key(byte[] content) {
        try {
            return JsonFile.read(content).path("id").asText();
        } catch (UnreadableFileException e) {
            return "";
        }
    }

    private static String named(XmlElement root, String kind, String otherwise) {
        String names = root.children(kind)
                .map(tag -> tag.attribute("name"))
                .filter(name -> !name.isBlank())
                .collect(Collectors.joining("、"));
        return names.isEmpty() ? otherwise : names;
    }

    /**
     * A form stands at a step or a start and is called after the one it was made for; one for what can happen at any time has
     * the name of its message.
     */
    private static void nameForms(XmlElement diagram, Map<String, String> names) {
        Map<String, String> messages = new HashMap<>();
        diagram.children("message").forEach(message -> messages.put(message.id(), message.attribute("name")));
        diagram.walk().filter(tag -> !tag.attribute("name").isEmpty()).forEach(tag -> {
            String form = tag.camunda("formRef");
            if (!form.isEmpty() && (form.equals(tag.id()) || !names.containsKey(form))) {
                names.put(form, tag.attribute("name"));
            }
        });
        diagram.walk()
                .filter(tag -> !tag.attribute("name").isEmpty())
                .forEach(event -> event.children("messageEventDefinition")
                        .map(caught -> messages.getOrDefault(caught.attribute("messageRef"), ""))
                        .filter(message -> !message.isEmpty())
                        .forEach(message -> names.putIfAbsent(message, event.attribute("name"))));
    }
}
