package jp.tsunagu.procedure.check.ward;

import java.util.List;
import java.util.regex.Pattern;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.ProcedureText;
import jp.tsunagu.procedure.check.Finding;
import org.springframework.stereotype.Component;

/** A file lies where it is looked for, under a name that every system bears. */
@Component
class FileName implements WardRule {

    private static final String RULE = "file-name";

    private static final Pattern NAME = Pattern.compile(
            "processes/[a-z0-9]+(-[a-z0-9]+)*\\.(bpmn|dmn|yaml)|forms/[a-z0-9]+(-[a-z0-9]+)*\\.form|processes/scenarios/[a-z0-9-]+\\.yaml");

    /** Published by the engine itself, without a folder. */
    private static final Pattern PUBLISHED = Pattern.compile("[A-Za-z0-9-]+\\.(bpmn|dmn|form)");

    @Override
    public String rule() {
        return RULE;
    }

    @Override
    public List<Finding> of(ProcedureFiles files) {
        return files.contents().keySet().stream()
                .filter(name -> !ProcedureText.isOne(name))
                .filter(name -> !NAME.matcher(name).matches()
                        && !PUBLISHED.matcher(name).matches())
                .map(name -> Finding.error(
                        RULE,
                        name,
                        null,
                        "ファイル名「" + name + "」は使えません。図と判定表は processes/、入力フォームは forms/ に、小文字の英数字とハイフンの名前で置いてください。"))
                .toList();
    }
}
