package jp.tsunagu.procedure.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.tsunagu.procedure.file.LargestFile;
import jp.tsunagu.procedure.file.UnreadableFileException;
import jp.tsunagu.procedure.file.XmlElement;
import jp.tsunagu.procedure.file.XmlFile;

/** Which files belong to a procedure, and whether one can be read at all. What it says is a matter of the checks. */
final class FileFormat {

    private static final Pattern NAME =
            Pattern.compile("processes/[A-Za-z0-9_-]{1,100}\\.(bpmn|dmn)|forms/[A-Za-z0-9_-]{1,100}\\.form");

    private static final ObjectMapper JSON = new ObjectMapper();

    private FileFormat() {}

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Why this cannot be kept as a file of a procedure, in Japanese; empty if it can. */
    static Optional<String> refusal(String name, byte[] content) {
        if (!isName(name)) {
            return Optional.of(
                    "手続のファイルではありません。processes フォルダーの .bpmn と .dmn、forms フォルダーの .form だけを扱います。名前に使えるのは、英数字と「-」「_」です。");
        }
        try {
            LargestFile.check(content);
        } catch (UnreadableFileException e) {
            return Optional.of(e.getMessage());
        }
        return name.endsWith(".form") ? refusalOfForm(content) : refusalOfXml(name, content);
    }

    private static Optional<String> refusalOfForm(byte[] content) {
        try {
            JsonNode form = JSON.readTree(content);
            boolean readable = form != null
                    && form.path("components").isArray()
                    && form.path("id").isTextual();
            return readable ? Optional.empty() : Optional.of("入力フォームのファイルとして読めません（id と components がありません）。");
        } catch (IOException e) {
            return Optional.of("入力フォームのファイルとして読めません（JSON の形が崩れています）。");
        }
    }

    private static Optional<String> refusalOfXml(String name, byte[] content) {
        String wanted = name.endsWith(".bpmn") ? "process" : "decision";
        try {
            boolean readable =
                    XmlFile.read(content).walk().map(XmlElement::name).anyMatch(wanted::equals);
            return readable ? Optional.empty() : Optional.of("手続の図や判定表がありません。別の種類のファイルではないか確かめてください。");
        } catch (UnreadableFileException e) {
            return Optional.of("図や判定表のファイルとして読めません（XML の形が崩れています）。");
        }
    }
}
