package jp.tsunagu.procedure;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import jp.tsunagu.document.PaperSets;
import jp.tsunagu.engine.Names;
import jp.tsunagu.engine.ProcedureSets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The papers as they were published with the procedure sets. */
@Component
class PublishedPapers implements PaperSets {

    private final ProcedureSets sets;
    private final ProcedureTexts texts;
    private final JdbcClient database;

    PublishedPapers(ProcedureSets sets, ProcedureTexts texts, JdbcClient database) {
        this.sets = sets;
        this.texts = texts;
        this.database = database;
    }

    @Override
    public int present() {
        return sets.current();
    }

    /** All processes of a case are on one set. */
    @Override
    public int ofCase(String caseNumber) {
        return database.sql("""
                        select number.long_ from act_ru_execution process
                        join act_ru_variable number on number.execution_id_ = process.id_ and number.name_ = :name
                        where process.business_key_ = :caseNumber and process.id_ = process.proc_inst_id_ limit 1""")
                .param("name", Names.PROCEDURE_SET)
                .param("caseNumber", caseNumber)
                .query(Integer.class)
                .optional()
                .orElseGet(sets::current);
    }

    @Override
    public Map<String, String> files(int set) {
        return byName(texts.of(set));
    }

    /** File name without its folder → content, of the papers among some files. */
    static Map<String, String> byName(Map<String, byte[]> contents) {
        Map<String, String> files = new TreeMap<>();
        contents.forEach((name, content) -> {
            if (ProcedureText.isOfPapers(name)) {
                files.put(name.substring(name.indexOf('/') + 1), new String(content, StandardCharsets.UTF_8));
            }
        });
        return files;
    }
}
