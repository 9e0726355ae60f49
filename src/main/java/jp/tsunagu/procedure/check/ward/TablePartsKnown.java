package jp.tsunagu.procedure.check.ward;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.check.ward.Tables.Table;
import org.springframework.stereotype.Component;

/** A decision table compares; it contains no program either (要領 第12条). */
@Component
class TablePartsKnown implements WardRule {

    private static final String RULE = "table-parts";

    private static final Set<String> LANGUAGES = Set.of(
            "",
            "feel",
            "juel",
            "http://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/DMN/20151101/FEEL/",
            "https://www.omg.org/spec/DMN/20191111/FEEL/");

    @Override
    public String rule() {
        return RULE;
    }

    @Override
    public List<Finding> of(ProcedureFiles files) {
        return Tables.of(files).stream().flatMap(TablePartsKnown::of).toList();
    }

    private static Stream<Finding> of(Table table) {
        return table.decision().walk().flatMap(element -> {
            String language = element.attribute("expressionLanguage");
            boolean known =
                    LANGUAGES.contains(language.startsWith("http") ? language : language.toLowerCase(Locale.ROOT));
            Stream<String> foreign =
                    known ? Stream.empty() : Stream.of("式の言語「" + language + "」は使えません。FEELか、用意された部品の式で書いてください。");
            Stream<String> unknown = language.equalsIgnoreCase("juel")
                    ? Expressions.unknown(element.textOf("text")).stream()
                            .map(part -> "式「" + part + "」は使えません。用意された部品だけを書いてください。")
                    : Stream.empty();
            return Stream.concat(foreign, unknown)
                    .map(message -> Finding.error(
                            RULE,
                            table.file(),
                            element.id().isEmpty() ? table.id() : element.id(),
                            table.title() + ": " + message));
        });
    }
}
