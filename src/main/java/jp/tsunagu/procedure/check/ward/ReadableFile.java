package jp.tsunagu.procedure.check.ward;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.engine.VariableCatalogue;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.file.Drawing;
import jp.tsunagu.procedure.file.JsonFile;
import jp.tsunagu.procedure.file.UnreadableFileException;
import jp.tsunagu.procedure.file.XmlElement;
import jp.tsunagu.procedure.file.XmlFile;
import org.springframework.stereotype.Component;

/** A file can be read, safely and as what its name says. */
@Component
class ReadableFile implements WardRule {

    private static final String RULE = "readable-file";

    @Override
    public String rule() {
        return RULE;
    }

    @Override
    public List<Finding> of(ProcedureFiles files) {
        return files.contents().entrySet().stream()
                .flatMap(file -> problem(file.getKey(), file.getValue())
                        .map(message -> Finding.error(RULE, file.getKey(), null, message))
                        .stream())
                .toList();
    }

    private static Optional<String> problem(String name, byte[] content) {
        try {
            if (name.endsWith(".bpmn")) {
                Drawing.read(name, content);
            } else if (name.endsWith(".dmn")) {
                return table(XmlFile.read(content));
            } else if (name.endsWith(".form")) {
                return form(JsonFile.read(content));
            } else if (name.equals(Lists.VARIABLES)) {
                VariableCatalogue.read(new ByteArrayInputStream(content));
            }
            return Optional.empty();
        } catch (UnreadableFileException e) {
            return Optional.of(e.getMessage());
        } catch (IllegalStateException | IllegalArgumentException e) {
            return Optional.of("変数の一覧を読めません。名前・種類・値の書き方を確かめてください。");
        }
    }

    private static Optional<String> table(XmlElement root) {
        return root.name().equals("definitions") && !root.isBpmn() ? Optional.empty() : Optional.of("DMNの判定表ではありません。");
    }

    private static Optional<String> form(JsonNode form) {
        return form.path("components").isArray() && form.path("id").isTextual()
                ? Optional.empty()
                : Optional.of("入力フォームに id または components がありません。");
    }
}
