package jp.tsunagu.procedure.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.TextTitle;
import jp.tsunagu.procedure.draft.XmlContent.Tag;

/**
 * What people call the files of a procedure: a diagram, a table and a paper by its own name, a form by the step that shows it.
 *
 * @param byFile file name → Japanese name; the file name itself where nothing names it
 * @param formKeys file name of a form → its key
 */
record FileTitles(Map<String, String> byFile, Map<String, String> formKeys) {

    static FileTitles of(ProcedureFiles files) {
        Map<String, String> titles = new TreeMap<>();
        Map<String, String> formNames = new HashMap<>();
        files.ending(".bpmn").forEach((name, content) -> {
            List<Tag> tags = readable(content);
            titles.put(name, named(tags, "process", name));
            nameForms(tags, formNames);
        });
        files.ending(".dmn").forEach((name, content) -> titles.put(name, named(readable(content), "decision", name)));
        Map<String, String> keys = new TreeMap<>();
        files.ending(".form").forEach((name, content) -> {
            String key = FormContent.of(content).key();
            keys.put(name, key);
            titles.put(name, formNames.getOrDefault(key, name));
        });
        files.contents()
                .forEach((name, content) -> TextTitle.of(name, content).ifPresent(title -> titles.put(name, title)));
        return new FileTitles(titles, keys);
    }

    String title(String file) {
        return byFile.getOrDefault(file, file);
    }

    private static List<Tag> readable(byte[] content) {
        try {
            return XmlContent.tags(content);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static String named(List<Tag> tags, String kind, String otherwise) {
        return tags.stream()
                .filter(tag -> tag.name().equals(kind) && !tag.get("name").isEmpty())
                .map(tag -> tag.get("name"))
                .findFirst()
                .orElse(otherwise);
    }

    /** A form stands at a step or a start; one for what can happen at any time has the name of its message. */
    private static void nameForms(List<Tag> tags, Map<String, String> names) {
        Map<String, String> messages = new HashMap<>();
        List<Tag> caught = new ArrayList<>();
        for (Tag tag : tags) {
            if (!tag.get("formRef").isEmpty() && !tag.get("name").isEmpty()) {
                names.put(tag.get("formRef"), tag.get("name"));
            } else if (tag.name().equals("message")) {
                messages.put(tag.get("id"), tag.get("name"));
            } else if (tag.name().equals("messageEventDefinition") && tag.parent() != null) {
                caught.add(tag);
            }
        }
        for (Tag tag : caught) {
            String message = messages.getOrDefault(tag.get("messageRef"), "");
            String event = tag.parent().get("name");
            if (!message.isEmpty() && !event.isEmpty()) {
                names.putIfAbsent(message, event);
            }
        }
    }
}
