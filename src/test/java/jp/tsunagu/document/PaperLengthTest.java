package jp.tsunagu.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.form.FormField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever writes three times as much as usual finds all of it on the paper, and nothing beyond its edge. */
class PaperLengthTest {

    /** A character that no paper has of its own. */
    private static final String MARK = "鱗";

    private static final int LONG_TEXT = 600;
    private static final int LINE = 60;
    private static final int ROWS = 4;
    private static final int PLAN_ITEMS = 50;

    private static final PaperFonts FONTS = new PaperFonts();
    private static final PaperRenderer RENDERER = new PaperRenderer(FONTS);

    static Stream<PaperTemplate> papers() {
        return PackagedPapers.BOOK.all().stream();
    }

    @ParameterizedTest
    @MethodSource("papers")
    void nothingIsCut(PaperTemplate paper) throws IOException {
        Map<String, Object> values = tooMuch(paper);
        String page = FONTS.printable(paper.fill(values)).text();

        byte[] pdf = RENDERER.pdf(page);

        Pdf.keep(pdf, "long-" + paper.key());
        assertThat(count(Pdf.text(pdf))).isEqualTo(count(page)).isGreaterThan(LINE);
        assertThat(Pdf.outside(pdf)).isEmpty();
    }

    private static Map<String, Object> tooMuch(PaperTemplate paper) {
        Map<String, Object> values = new HashMap<>();
        values.put("style", paper.style());
        values.put("caseNumber", "R8-00001");
        for (String form : paper.forms()) {
            List<FormField> fields = PaperTemplatesTest.FORMS.get(form).fields();
            PaperFields.of(fields, tooMuch(fields, LONG_TEXT), PaperWords.plain(Map.of()))
                    .forEach(values::putIfAbsent);
        }
        for (String name : PaperTemplatesTest.named(paper)) {
            if (name.startsWith("line") && !name.equals("lines")) {
                values.put(name, name.endsWith("On") ? "令和8年12月31日" : MARK.repeat(LONG_TEXT));
            }
        }
        values.put("progress", rows(List.of()));
        values.put("planSupports", rows(List.of("supportService", "supportProvider", "supportContent")));
        values.put("supportsBefore", rows(List.of("supportService", "supportProvider")));
        values.put("change", true);
        values.put("instruction", MARK.repeat(LONG_TEXT));
        values.put("inquiries", MARK.repeat(LINE));
        return values;
    }

    private static List<Map<String, Object>> rows(List<String> names) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            Map<String, Object> row = new HashMap<>();
            names.forEach(name -> row.put(name, MARK.repeat(LINE)));
            rows.add(row);
        }
        return rows;
    }

    private static ObjectNode tooMuch(List<FormField> fields, int length) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        for (FormField field : fields) {
            if (field.isRepeating()) {
                ArrayNode rows = data.putArray(field.path());
                int many = field.path().equals("planItems") ? PLAN_ITEMS : ROWS;
                for (int i = 0; i < many; i++) {
                    rows.add(tooMuch(field.children(), LONG_TEXT / many));
                }
            } else if (field.isContainer() && field.path().isEmpty()) {
                data.setAll(tooMuch(field.children(), length));
            } else if (field.isInput()) {
                data.set(field.key(), tooMuch(field, length));
            }
        }
        return data;
    }

    private static JsonNode tooMuch(FormField field, int length) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        ArrayNode all = json.arrayNode();
        field.json().path("values").forEach(choice -> all.add(choice.path("value")));
        return switch (field.type()) {
            case "textarea" -> json.textNode(MARK.repeat(length) + "\nlines".repeat(3));
            case "textfield" -> json.textNode(MARK.repeat(Math.min(LINE, length)) + "no.place.to.break".repeat(4));
            case "datetime" -> json.textNode("2026-12-31");
            case "number" -> json.numberNode(123_456_789);
            case "checkbox" -> json.booleanNode(true);
            default -> all;
        };
    }

    private static int count(String text) {
        return text.split(MARK, -1).length - 1;
    }
}
