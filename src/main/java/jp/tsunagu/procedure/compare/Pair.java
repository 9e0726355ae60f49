package jp.tsunagu.procedure.compare;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import jp.tsunagu.procedure.file.Drawing;
import jp.tsunagu.procedure.file.JsonFile;
import jp.tsunagu.procedure.file.LargestFile;
import jp.tsunagu.procedure.file.UnreadableFileException;
import jp.tsunagu.procedure.file.XmlFile;

/** One file as it says before and after, with the same names for what is the same. */
record Pair(Outline before, Outline after) {

    /** @throws UnreadableFileException if one of the two cannot be read */
    static Pair of(String file, byte[] before, byte[] after, Words words) throws UnreadableFileException {
        Outline earlier = outline(file, before, words);
        Outline later = outline(file, after, words);
        if (file.endsWith(".dmn")) {
            Outline sameColumns = later.renamed(columns(earlier, later));
            return new Pair(earlier, sameColumns.renamed(rows(earlier, sameColumns)));
        }
        return new Pair(earlier, file.endsWith(".form") ? later.renamed(fields(earlier, later)) : later);
    }

    private static Outline outline(String file, byte[] content, Words words) throws UnreadableFileException {
        LargestFile.check(content);
        if (file.endsWith(".bpmn")) {
            return BpmnOutline.of(Drawing.read(file, content), words);
        }
        if (file.endsWith(".dmn")) {
            return DmnOutline.of(XmlFile.read(content), words);
        }
        return file.endsWith(".form") ? FormOutline.of(JsonFile.read(content), words) : TextOutline.of(content);
    }

    private static Map<String, String> columns(Outline before, Outline after) {
        Predicate<Item> column = item -> item.key().startsWith(DmnOutline.COLUMN);
        return Matching.of(
                some(before, column),
                some(after, column),
                List.of(
                        item -> List.of(item.group(), item.key(), item.value(DmnOutline.EXPRESSION)),
                        item -> List.of(item.group(), item.value(DmnOutline.EXPRESSION)),
                        Item::key));
    }

    /** Tools number the rows anew: what a row says tells more than its id. */
    private static Map<String, String> rows(Outline before, Outline after) {
        Predicate<Item> row = item -> item.key().startsWith(DmnOutline.ROW);
        return Matching.of(
                some(before, row),
                some(after, row),
                List.of(item -> List.of(item.key(), item.content()), Item::content, Item::key));
    }

    /** Ids of fields are numbered by tools, keys are what counts; a group has no key and is known by its name. */
    private static Map<String, String> fields(Outline before, Outline after) {
        Predicate<Item> field = item -> !item.key().equals(FormOutline.FORM);
        Function<Item, Object> name = item -> List.of(item.value("type"), item.subject());
        return Matching.of(
                some(before, field),
                some(after, field),
                List.of(
                        item -> List.of(item.key(), item.value("key"), item.value("path"), item.subject()),
                        item -> named(item, item.value("key"), item.group()),
                        item -> named(item, item.value("path"), ""),
                        item -> named(item, item.value("key"), ""),
                        name,
                        Item::key));
    }

    private static Object named(Item item, String name, String group) {
        return name.isEmpty() ? null : List.of(name, group);
    }

    private static List<Item> some(Outline outline, Predicate<Item> which) {
        return outline.items().values().stream().filter(which).toList();
    }
}
