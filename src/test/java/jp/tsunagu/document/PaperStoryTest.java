package jp.tsunagu.document;

import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.document.PaperFields.Chosen;
import jp.tsunagu.document.PaperFields.Option;
import jp.tsunagu.engine.FormSchemas;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.LongCase;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 様式: what the case file holds stands on the paper, and nothing that must not. */
class PaperStoryTest extends OfficeStory {

    private static final String APPLICATION = "01-application";

    @Autowired
    private JdbcClient database;

    @Autowired
    private PaperTemplates templates;

    @Autowired
    private FormSchemas forms;

    @Autowired
    private Cases cases;

    @Test
    void theApplicationHoldsWhatWasSaidAtReception() throws Exception {
        office.on("2026-05-11");
        String number = office.as("saeki").receives(said());

        String text = Pdf.text(keep(print("saeki", number, APPLICATION), "application"));

        assertThat(text)
                .contains("相談申込・受付票", "第1号様式", number, "令和8年5月11日", "佐伯")
                .contains("創田 美緒", "そうだ みお", "昭和60年2月3日", "☑女性", "☐男性")
                .contains("〒105-0001", "港区虎ノ門一丁目", "03-0000-0000")
                .contains("☑収入・生活費のこと", "家にいる時間を減らしたい。");
        assertThat(accessed(number)).isEqualTo(1);
    }

    /** Field by field: whatever a paper names and the case file holds stands on it. */
    @Test
    void everyPaperHoldsWhatTheCaseFileHolds() throws Exception {
        String number = new LongCase(office).toTheWard("2026-06-01", "髙橋 邉", "たかはし なべ");
        for (PaperTemplate paper : templates.all()) {
            String text = bare(Pdf.text(keep(print("saeki", number, paper.key()), paper.key())));
            Map<String, Object> values = new LinkedHashMap<>();
            ObjectNode data = cases.fields(number);
            paper.forms()
                    .forEach(form ->
                            PaperFields.of(forms.present(form).fields(), data).forEach(values::putIfAbsent));
            Set<String> named = PaperTemplatesTest.named(paper);
            List<String> expected = values.entrySet().stream()
                    .flatMap(entry -> shown(entry.getKey(), entry.getValue(), named))
                    .map(PaperStoryTest::bare)
                    .toList();

            assertThat(expected).as(paper.key()).hasSizeGreaterThan(8);
            assertThat(expected.stream().filter(part -> !text.contains(part)))
                    .as(paper.key())
                    .isEmpty();
        }
    }

    /** What of a value must be readable: a text, the ticked boxes of a choice, every cell of a list. */
    private static Stream<String> shown(String name, Object value, Set<String> named) {
        if (value instanceof Chosen chosen && named.contains(name + ".options")) {
            return chosen.options().stream().filter(Option::on).map(option -> "☑" + option.label());
        }
        if (!named.contains(name)) {
            return Stream.of();
        }
        return value instanceof List<?> rows
                ? rows.stream()
                        .flatMap(row -> ((Map<?, ?>) row).values().stream().map(Object::toString))
                : Stream.of(value.toString());
    }

    /** Lines break anywhere in Japanese. */
    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }

    @Test
    void nothingIsCutAtThreeTimesTheUsualLength() throws Exception {
        office.on("2026-05-11");
        String lines = "外に出たい。母と二人で暮らしている。\n".repeat(60);
        String number = office.as("saeki").receives(with(said(), "concernDetail", lines + "おわり"));

        byte[] pdf = keep(print("saeki", number, APPLICATION), "application-long");

        assertThat(Pdf.text(pdf).replaceAll("\\s", "")).contains("おわり", "1/2", "2/2");
        assertThat(count(Pdf.text(pdf), "外に出たい。")).isEqualTo(60);
    }

    @Test
    void aRestrictedContactIsOnNoPaper() throws Exception {
        office.on("2026-05-11");
        String number = office.as("saeki").receives(with(said(), "contactRestricted", true));

        String text = Pdf.text(print("saeki", number, APPLICATION).body());

        assertThat(text).contains("取扱注意・連絡先秘匿", "（連絡先秘匿）").doesNotContain("虎ノ門", "03-0000", "105-0001");
    }

    @Test
    void onlyWhoseCaseItIsPrintsIt() throws Exception {
        office.on("2026-05-11");
        String number = office.as("saeki").receives(said());

        assertThat(print("aoki", number, APPLICATION).statusCode()).isEqualTo(403);
        assertThat(print("yuasa", number, APPLICATION).statusCode()).isEqualTo(403);
        assertThat(print("saeki", "R8-99999", APPLICATION).statusCode()).isEqualTo(403);
        assertThat(print("saeki", number, "no-such-paper").statusCode()).isEqualTo(404);
        assertThat(print("manabe", number, APPLICATION).statusCode()).isEqualTo(200);
        assertThat(accessed(number)).isEqualTo(1);
    }

    @Test
    void anEmptyOneGoesAlongOutside() throws Exception {
        byte[] pdf = keep(get("saeki", "/api/papers/" + APPLICATION), "application-blank");

        assertThat(Pdf.text(pdf)).contains("相談申込・受付票", "☐女性").doesNotContain("☑", "R8-");
        assertThat(pdf.length).isLessThan(80_000);
    }

    private static Map<String, Object> said() {
        return with(
                Answers.named("創田 美緒", "そうだ みお", "1985-02-03"),
                "sex",
                "female",
                "postalCode",
                "105-0001",
                "address",
                "港区虎ノ門一丁目",
                "phone",
                "03-0000-0000",
                "concerns",
                List.of("income"),
                "concernDetail",
                "家にいる時間を減らしたい。");
    }

    private HttpResponse<byte[]> print(String account, String number, String paper)
            throws IOException, InterruptedException {
        return get(account, "/api/cases/" + number + "/papers/" + paper);
    }

    private HttpResponse<byte[]> get(String account, String path) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString((account + ":demo").getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", "Basic " + login)
                                .build(),
                        BodyHandlers.ofByteArray());
    }

    private static byte[] keep(HttpResponse<byte[]> printed, String name) throws IOException {
        assertThat(printed.statusCode()).isEqualTo(200);
        Pdf.draw(printed.body(), name);
        return printed.body();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private int accessed(String number) {
        return database.sql("select count(*) from access_record where case_number = ? and action = '印刷'")
                .param(number)
                .query(Integer.class)
                .single();
    }
}
