package jp.tsunagu.procedure.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.tsunagu.procedure.ProcedureText;
import jp.tsunagu.procedure.file.LargestFile;
import jp.tsunagu.procedure.file.UnreadableFileException;
import jp.tsunagu.procedure.file.XmlElement;
import jp.tsunagu.procedure.file.XmlFile;

/** Which files belong to a procedure, and whether one can be read at all. What it says is a matter of the checks. */
final class FileFormat {

    /** Characters of a paper or of the list of variables; the longest that ships has about 12,000. */
    static final int LARGEST_TEXT = 300_000;

    private static final Pattern NAME =
            Pattern.compile("processes/[A-Za-z0-9_-]{1,100}\\.(bpmn|dmn)|forms/[A-Za-z0-9_-]{1,100}\\.form");

    private static final ObjectMapper JSON = new ObjectMapper();

    private FileFormat() {}

    static boolean isName(String name) {
        return NAME.matcher(name).matches() || ProcedureText.isOne(name);
    }

    /** Why this cannot be kept as a file of a procedure, in Japanese; empty if it can. */
    static Optional<String> refusal(String name, byte[] content) {
        if (!isName(name)) {
            return Optional.of(
                    "手続のファイルではありません。processes フォルダーの .bpmn と .dmn と variables.yaml、forms フォルダーの .form と様式（paper-….html、paper.….html、paper.css）だけを扱います。名前に使えるのは、英数字と「-」「_」です。");
        }
        try {
            LargestFile.check(content);
        } catch (UnreadableFileException e) {
            return Optional.of(e.getMessage());
        }
        if (ProcedureText.isOne(name)) {
            return refusalOfText(content);
        }
        return name.endsWith(".form") ? refusalOfForm(content) : refusalOfXml(name, content);
    }

    private static Optional<String> refusalOfText(byte[] content) {
        try {
            int length = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .length();
            return length > LARGEST_TEXT ? Optional.of("ファイルが大きすぎます（30万文字まで）。") : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.of("文字コードが UTF-8 ではないので読めません。UTF-8 で保存し直してください。");
        }
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
