package jp.tsunagu.procedure.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.file.LargestFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcedureZipTest {

    private static final String FORM = "{\"id\": \"a\", \"components\": []}";

    @Test
    void whatIsPackedIsReadAgain() throws IOException {
        ProcedureFiles files = ProcedureFiles.of(Map.of("forms/a.form", FORM.getBytes(StandardCharsets.UTF_8)));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        ProcedureZip.write(files, packed);
        assertThat(ProcedureZip.read(packed.toByteArray()).contents()).containsOnlyKeys("forms/a.form");
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        ProcedureZip.write(files, again);
        assertThat(again.toByteArray()).isEqualTo(packed.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../forms/a.form",
                "forms/../a.form",
                "/forms/a.form",
                "forms\\a.form",
                "forms/sub/a.form",
                "forms/a.form.exe",
                "forms/.form",
                "forms/a.bpmn",
                "processes/a.form",
                "processes/clauses.yaml",
                "forms/paper.exe.css",
                "a.form",
                "forms/あ.form"
            })
    void otherNamesAreRefused(String name) {
        refused(Map.of("forms/a.form", FORM, name, FORM), "取り込めません");
    }

    @Test
    void whatIsNoDiagramIsRefused() {
        refused(Map.of("processes/a.bpmn", "<definitions><process id='a'>"), "XML の形");
        refused(Map.of("processes/a.bpmn", "<definitions/>"), "図や判定表がありません");
        refused(
                Map.of(
                        "processes/a.bpmn",
                        "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><d><process>&x;</process></d>"),
                "XML の形");
        refused(Map.of("forms/a.form", "{"), "JSON の形");
        refused(Map.of("forms/a.form", "[]"), "components");
    }

    @Test
    void tooManyTooLargeOrNothingIsRefused() {
        Map<String, String> many = new TreeMap<>();
        for (int i = 0; i <= ProcedureZip.MOST_ENTRIES; i++) {
            many.put("forms/a" + i + ".form", FORM);
        }
        refused(many, "多すぎます");
        refused(Map.of("forms/a.form", FORM + " ".repeat(LargestFile.BYTES)), "大きすぎます");
        Map<String, String> heavy = new TreeMap<>();
        for (int i = 0; i < 21; i++) {
            heavy.put("forms/a" + i + ".form", FORM + " ".repeat(LargestFile.BYTES - 100));
        }
        refused(heavy, "全部で20MBまで");
        refused(Map.of("__MACOSX/forms/._a.form", "x"), "手続のファイルがありません");
        assertThatThrownBy(() -> ProcedureZip.read("no archive".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RefusedException.class);
    }

    private static void refused(Map<String, String> files, String why) {
        assertThatThrownBy(() -> ProcedureZip.read(zip(files)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(why);
    }

    static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return packed.toByteArray();
    }
}
