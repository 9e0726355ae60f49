package jp.tsunagu.procedure.compare;

import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.ProcedureText;
import jp.tsunagu.procedure.TextTitle;
import jp.tsunagu.procedure.file.Drawing;
import jp.tsunagu.procedure.file.JsonFile;
import jp.tsunagu.procedure.file.Shape;
import jp.tsunagu.procedure.file.UnreadableFileException;
import jp.tsunagu.procedure.file.XmlFile;

/** What people call a file: by what is in it. */
final class FileTitles {

    private final ProcedureFiles before;
    private final ProcedureFiles after;
    private final Words words;

    FileTitles(ProcedureFiles before, ProcedureFiles after) {
        this.before = before;
        this.after = after;
        this.words = Words.of(before, after);
    }

    /** A diagram, a table, a form. */
    public String kind(String file) {
        return file.endsWith(".bpmn")
                ? "図"
                : file.endsWith(".dmn")
                        ? "判定表"
                        : file.endsWith(".form") ? "入力フォーム" : ProcedureText.isOfPapers(file) ? "様式" : "その他";
    }

    public String title(String file) {
        byte[] content = after.content(file).or(() -> before.content(file)).orElse(new byte[0]);
        try {
            String title = title(file, content);
            return title.isBlank() ? file : title;
        } catch (UnreadableFileException e) {
            return file;
        }
    }

    private String title(String file, byte[] content) throws UnreadableFileException {
        if (file.endsWith(".bpmn")) {
            return Drawing.read(file, content)
                    .shapes("process")
                    .map(Shape::name)
                    .collect(Collectors.joining("、"));
        }
        if (file.endsWith(".dmn")) {
            return XmlFile.read(content)
                    .children("decision")
                    .map(decision -> decision.attribute("name"))
                    .collect(Collectors.joining("、"));
        }
        Optional<String> text = TextTitle.of(file, content);
        if (text.isPresent()) {
            return text.get();
        }
        return file.endsWith(".form")
                ? words.form(JsonFile.read(content).path("id").asText()).replaceAll("^「|」$", "")
                : file;
    }
}
