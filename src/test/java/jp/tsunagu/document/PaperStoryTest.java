package jp.tsunagu.document;

import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.crypt.Opened;
import jp.tsunagu.document.PaperFields.Chosen;
import jp.tsunagu.story.LongCase;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 様式: what the case file holds stands on the paper, and nothing that must not. */
class PaperStoryTest extends OfficeStory {

    private static final String APPLICATION = "01-application";
    private static final String PLAN = "04-plan";
    private static final String NOTICE = "06-support-notice";
    private static final String REJECTION = "14-rejection";

    /** Names that are no value of the case as a whole: {@code applied} is a cell of the plan's table there. */
    private static final Set<String> NOT_FOR_READERS = Set.of("style", "applied");

    /** Cells that not every table with the list has. */
    private static final Set<Object> OF_SOME_TABLES =
            Set.of("applied", "number", "row", "supportContent", "content", "confidentiality");

    @Autowired
    private Opened opened;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PaperTemplates templates;

    @Autowired
    private Papers papers;

    @Autowired
    private Issues issues;

    @Autowired
    private Cases cases;

    private PrintedPapers printer;

    @BeforeEach
    void standAtThePrinter() {
        printer = new PrintedPapers(port);
    }

    /** C06 on every paper: field by field what the case file holds, and the right one of several. */
    @Test
    void everyPaperOfAWholeCase() throws Exception {
        CaseC06 c06 = new CaseC06(office);
        String number = c06.submitted();
        assertThat(printer.print("saeki", number, NOTICE).statusCode()).isEqualTo(404);
        c06.rejectedTwiceAndDecided();
        assertThat(printer.text("uda", number, NOTICE, null))
                .contains("支援提供（変更）通知書", "第6号様式", "港区長", CaseC06.NAME, "〒105-0001", "港区虎ノ門一丁目", "様")
                .contains("8港保生第123号", "☑決定", "就労準備支援事業", "家計改善支援事業", "令和8年9月4日")
                .doesNotContain("再発行", "教示");
        c06.noticeSent();
        assertThat(printer.text("uda", number, NOTICE, null)).contains("再発行", "令和8年9月9日");
        c06.evaluatedAndClosed();

        theThreeVersionsOfThePlan(number);
        theTwoRejections(number);
        for (CasePaper paper : papers.of(number)) {
            holdsWhatTheFileHolds(number, paper);
        }
        assertThat(papers.of(number))
                .extracting(CasePaper::paper)
                .containsExactlyElementsOf(templates.present().all().stream()
                        .map(PaperTemplate::key)
                        .filter(key ->
                                !Set.of("07-referral", "08-welfare-handover").contains(key))
                        .toList());
        assertThat(printer.text("manabe", number, "12-conference-minutes", null))
                .contains("評価シートのとおり。");
        assertThat(printer.text("manabe", number, "15-closing", null)).contains("☑する", "令和14年3月31日");
    }

    private void theThreeVersionsOfThePlan(String number) throws Exception {
        assertThat(versions(number, PLAN)).containsExactly("1-3", "1-2", "1-1");
        String first = bare(printer.text("saeki", number, PLAN, "1-1"));
        String second = bare(printer.text("saeki", number, PLAN, "1-2"));
        String third = bare(printer.text("saeki", number, PLAN, null));

        assertThat(first).contains("プラン第1回第1版", "週5日", "令和8年6月24日", "令和8年7月9日").doesNotContain("週2日、");
        assertThat(second).contains("プラン第1回第2版", "週5日", "令和8年6月24日", "令和8年7月30日");
        assertThat(third)
                .contains("プラン第1回第3版", "週2日、", "令和8年8月20日", "令和8年8月27日", "プラン決定と支援決定", "該当")
                .doesNotContain("週5日");
    }

    private void theTwoRejections(String number) throws Exception {
        List<String> versions = versions(number, REJECTION);
        assertThat(versions).hasSize(2);
        String second = bare(printer.text("manabe", number, REJECTION, null));
        String first = bare(printer.text("manabe", number, REJECTION, versions.get(1)));

        assertThat(first)
                .contains("第1回", "世帯の収入の証拠書類が不足しています。", "令和8年7月10日", "書類は母が用意する。", "収入の証拠書類を追加した。")
                .contains("受入れに変わりなし", "プラン第1回第1版", "☑目標・支援")
                .doesNotContain("期間12か月", "6か月・週2日");
        assertThat(second)
                .contains("第2回", "期間12か月・週5日は、現状に合いません。", "6か月・週2日から始める", "週2日なら通えそう。", "プラン第1回第2版")
                .doesNotContain("証拠書類が不足", "書類は母が");
    }

    private void holdsWhatTheFileHolds(String number, CasePaper paper) throws Exception {
        PaperTemplate template = templates.present().find(paper.paper()).orElseThrow();
        CaseOnPaper supportCase = new CaseOnPaper(number, cases.fields(number), cases.history(number));
        for (Issue issue : issues.of(template, supportCase)) {
            String id = issue.version().id();
            byte[] pdf = printer.pdf("saeki", number, paper.paper(), id);
            if (id.equals(paper.versions().get(0).id())) {
                Pdf.draw(pdf, paper.paper());
            }
            String text = bare(Pdf.text(pdf));
            Map<String, Object> values = papers.values(template, supportCase, issue, field -> true, false);
            List<String> expected = PaperTemplatesTest.named(template).stream()
                    .filter(name -> !NOT_FOR_READERS.contains(name))
                    .flatMap(name -> shown(name, values))
                    .map(PaperStoryTest::bare)
                    .toList();

            assertThat(expected).as(paper.title()).hasSizeGreaterThan(6);
            assertThat(expected.stream().filter(part -> !text.contains(part)))
                    .as(paper.title() + " " + id)
                    .isEmpty();
            assertThat(Pdf.outside(pdf)).as(paper.title() + " " + id).isEmpty();
        }
    }

    /** What of a value must be readable: a text, the ticked boxes of a choice, every cell of a list. */
    private static Stream<String> shown(String name, Map<String, Object> values) {
        Object value = values.get(name.replace(".options", ""));
        if (value instanceof Chosen chosen && name.endsWith(".options")) {
            return chosen.options().stream()
                    .filter(option -> option.box().equals("☑"))
                    .map(option -> "☑" + option.label());
        }
        if (value instanceof List<?> rows) {
            return rows.stream()
                    .flatMap(row -> ((Map<?, ?>) row)
                            .entrySet().stream()
                                    .filter(cell -> !OF_SOME_TABLES.contains(cell.getKey()))
                                    .map(cell -> cell.getValue().toString()));
        }
        return value == null || value instanceof Boolean ? Stream.empty() : Stream.of(value.toString());
    }

    /** Lines break anywhere in Japanese. */
    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }

    private List<String> versions(String number, String paper) throws Exception {
        List<String> ids = new ArrayList<>();
        for (JsonNode one : printer.listed("manabe", number)) {
            if (one.path("paper").asText().equals(paper)) {
                one.path("versions")
                        .forEach(version -> ids.add(version.path("id").asText()));
            }
        }
        return ids;
    }

    /** Characters of names print; what cannot be printed is told on the paper and before; what is typed is never markup. */
    @Test
    void namesOfEveryKind() throws Exception {
        office.on("2026-05-11");
        String name = "髙橋 𠮷邉葛\uDB40\uDD00 ☐☑①㈱";
        String script = "<script>alert(1)</script>&amp;{{caseNumber}}";
        String number = office.as("saeki")
                .receives(with(
                        CaseC06.reception(), "name", name, "concernDetail", script, "contactNote", "渡\uD840\uDDDF😀"));

        HttpResponse<byte[]> printed = printer.print("saeki", number, APPLICATION);

        assertThat(Pdf.text(PrintedPapers.kept(printed, "application-names")))
                .contains("髙橋 𠮷邉", "☐☑①㈱", script, "渡〓〓", "この紙に印刷できない文字があります")
                .doesNotContain("#");
        assertThat(printed.headers().firstValue("X-Missing-Characters")).hasValue("U+1F600 U+201DF");
        assertThat(printer.print("saeki", number, "03-progress").headers().firstValue("X-Missing-Characters"))
                .isEmpty();
    }

    @Test
    void aRestrictedContactIsOnNoPaper() throws Exception {
        String number = new LongCase(office).toTheWard("2026-06-01", "試野 一馬", "ためしの かずま");
        opened.answers(number, Map.of("contactRestricted", true));

        for (CasePaper paper : papers.of(number)) {
            String text = printer.text("saeki", number, paper.paper(), null);
            assertThat(text).as(paper.title()).contains("秘", "取扱注意・連絡先秘匿").doesNotContain("例町", "03-0000", "105-0001");
        }
        assertThat(printer.text("saeki", number, APPLICATION, null)).contains("（連絡先秘匿）");
    }

    @Test
    void onlyWhoseCaseItIsPrintsIt() throws Exception {
        office.on("2026-05-11");
        String number = office.as("saeki").receives(CaseC06.reception());

        assertThat(printer.print("aoki", number, APPLICATION).statusCode()).isEqualTo(403);
        assertThat(printer.get("aoki", "/api/cases/" + number + "/papers").statusCode())
                .isEqualTo(403);
        assertThat(printer.print("yuasa", number, APPLICATION).statusCode()).isEqualTo(403);
        assertThat(printer.print("saeki", "R8-99999", APPLICATION).statusCode()).isEqualTo(403);
        assertThat(printer.print("saeki", number, "no-such-paper").statusCode()).isEqualTo(404);
        assertThat(printer.print("saeki", number, APPLICATION + "?version=99").statusCode())
                .isEqualTo(404);
        assertThat(printer.print("manabe", number, APPLICATION).statusCode()).isEqualTo(200);
        assertThat(accessed(number)).isEqualTo(1);
    }

    /** Every one of them goes along outside to be filled in by hand. */
    @Test
    void emptyOnes() throws Exception {
        for (PaperTemplate paper : templates.present().all()) {
            byte[] pdf = PrintedPapers.kept(printer.get("saeki", "/api/papers/" + paper.key()), "blank-" + paper.key());

            assertThat(bare(Pdf.text(pdf)))
                    .as(paper.title())
                    .contains(bare(paper.title()))
                    .doesNotContain("☑", "R8-", "null");
            assertThat(Pdf.outside(pdf)).as(paper.title()).isEmpty();
            if (Pdf.pages(pdf) == 1) {
                assertThat(pdf.length).as(paper.title()).isLessThan(80_000);
            }
        }
    }

    private int accessed(String number) {
        return database.sql("select count(*) from access_record where case_number = ? and action = '印刷'")
                .param(number)
                .query(Integer.class)
                .single();
    }
}
