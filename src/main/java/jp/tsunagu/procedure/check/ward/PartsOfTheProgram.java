package jp.tsunagu.procedure.check.ward;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.ProcedureText;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.file.Shape;
import org.springframework.stereotype.Component;

/** What the program asks for by name is there: known-parts.yaml. */
@Component
class PartsOfTheProgram implements WardRule {

    private static final String RULE = "parts-of-the-program";

    @Override
    public String rule() {
        return RULE;
    }

    @Override
    public List<Finding> of(ProcedureFiles files) {
        Stream<Finding> processes = missing(
                KnownParts.LIST.processes(),
                "手続",
                "processes/",
                DiagramRule.drawings(files).stream()
                        .flatMap(drawing -> drawing.shapes("process"))
                        .map(Shape::id));
        Stream<Finding> decisions = missing(
                KnownParts.LIST.decisions(),
                "判定表",
                "processes/",
                Tables.of(files).stream().map(Tables.Table::id));
        Stream<Finding> forms = missing(
                KnownParts.LIST.forms(),
                "入力フォーム",
                "forms/",
                Forms.of(files).stream().map(Forms.Form::id));
        Stream<Finding> papers = missing(
                KnownParts.LIST.papers(),
                "様式",
                "forms/",
                files.contents().keySet().stream()
                        .filter(ProcedureText::isOfPapers)
                        .map(name -> name.replaceAll("^forms/|\\.html$", "")));
        return Stream.of(processes, decisions, forms, papers)
                .flatMap(found -> found)
                .toList();
    }

    private static Stream<Finding> missing(Set<String> needed, String kind, String folder, Stream<String> present) {
        Set<String> missing = new TreeSet<>(needed);
        present.forEach(missing::remove);
        return missing.stream()
                .map(id ->
                        Finding.error(RULE, folder, id, kind + "「" + id + "」がありません。プログラムが名前で使うので、取り除けません。元に戻してください。"));
    }
}
