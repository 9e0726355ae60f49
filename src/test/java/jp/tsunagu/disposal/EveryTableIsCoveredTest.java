package jp.tsunagu.disposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever adds a table decides what becomes of its rows when a case is disposed of. */
class EveryTableIsCoveredTest extends OfficeStory {

    @Autowired
    private JdbcClient database;

    @Autowired
    private ErasedTables tables;

    @Test
    void eachTableIsErasedOrItIsSaidWhyItStays() {
        Set<String> declared = new HashSet<>(tables.kept());
        tables.erased().forEach(rows -> declared.add(rows.table()));
        assertThat(new WholeDatabase(database).tables())
                .as("tables.yaml names each table, and none that is not there")
                .containsExactlyInAnyOrderElementsOf(declared);
        assertThat(tables.erased().stream().map(ErasedTables.Rows::table))
                .doesNotContainAnyElementsOf(tables.kept())
                .doesNotHaveDuplicates();
    }

    /** What names a case, a person, a process or a task is of somebody: to let it stay takes a word. */
    @Test
    void whatStaysThoughItNamesACaseSaysSo() {
        List<String> silent = new ArrayList<>();
        database.sql("""
                        select table_name, column_name from information_schema.columns
                        where table_schema = 'public' and column_name ~ '^(case_number|one_case|other_case|cases|case_id|business_key_)$'
                          and data_type <> 'integer'
                        """).query(row -> {
            String table = row.getString(1);
            if (tables.kept().contains(table) && !tables.mayHoldNumbers(table)) {
                silent.add(table + "." + row.getString(2));
            }
        });
        assertThat(silent).isEmpty();
        assertThat(referring("support_case"))
                .as("what refers to a case goes with it")
                .allMatch(this::isErased);
        assertThat(referring("person")).allMatch(this::isErased);
    }

    /** Proof that a new table is found. */
    @Test
    void aNewTableIsFound() {
        database.sql("create table planted_for_nobody (case_id uuid)").update();
        try {
            assertThat(new WholeDatabase(database).tables()).contains("planted_for_nobody");
            assertThat(tables.kept()).doesNotContain("planted_for_nobody");
        } finally {
            database.sql("drop table planted_for_nobody").update();
        }
    }

    private boolean isErased(String table) {
        return tables.erased().stream().anyMatch(rows -> rows.table().equals(table));
    }

    private List<String> referring(String table) {
        return database.sql(
                        "select conrelid::regclass::text from pg_constraint where contype = 'f' and confrelid = ?::regclass")
                .param(table)
                .query(String.class)
                .list();
    }
}
