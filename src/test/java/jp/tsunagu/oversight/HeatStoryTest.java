package jp.tsunagu.oversight;

import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.LongCase;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** 滞留の状況 as it is seen by those who may, on cases that really wait. */
class HeatStoryTest extends OfficeStory {

    private static final String PERIOD = "&from=2026-09-01&to=2026-09-30";

    @Autowired
    Stays stays;

    @Autowired
    JdbcClient database;

    @TempDir
    Path folder;

    @BeforeEach
    void casesWait() {
        office.at("2026-09-14T10:00");
        for (int i = 0; i < 2; i++) {
            String number = office.as("saeki").receives(Answers.named("試野 熱", "しの ねつ", "1974-02-03"));
            office.as("saeki")
                    .does(number, "decideTriage", with(Answers.triage("continueSupport"), "welfareIntent", "yes"))
                    .does(number, "handOverToWelfareOffice", Answers.handover());
        }
    }

    @Test
    void theFiguresAreThoseOfTheCases() throws IOException {
        new LongCase(office).toTheWard("2026-09-15", "試野 区", "しの く");
        office.clock("2026-09-29T10:00");
        stays.update();

        JsonNode handover = heat("manabe", "welfareOfficeReferral");
        long open = count("select count(*) from act_ru_task where task_def_key_ = 'confirmReceipt'");
        long over = count(
                "select count(*) from act_ru_task t join task_deadline d on d.task_id = t.id_"
                        + " where t.task_def_key_ = 'confirmReceipt' and d.paused_on is null and d.target_at < '2026-09-29T10:00+09:00'");
        assertThat(over).isGreaterThanOrEqualTo(2);
        assertThat(value(handover, "confirmReceipt", "waitingNow")).isEqualTo(open);
        assertThat(value(handover, "confirmReceipt", "overTarget")).isEqualTo(over);
        assertThat(value(handover, "handOverToWelfareOffice", "done")).isEqualTo(count("""
                select count(*) from act_hi_actinst where act_id_ = 'handOverToWelfareOffice' and act_inst_state_ <> 2
                and (end_time_::timestamptz at time zone 'Asia/Tokyo')::date between '2026-09-01' and '2026-09-30'
                """));
        assertThat(value(heat("manabe", "selfRelianceSupport"), "planDecision", "waitingNow"))
                .isEqualTo(count("""
                        select count(*) from act_ru_execution where act_id_ = 'planDecision' and proc_def_id_ like 'selfReliance%'
                        """));
        assertThat(value(heat("manabe", "selfRelianceSupport"), "planDecision", "overTarget"))
                .as("rolled up from the called process")
                .isEqualTo(count("""
                        select count(*) from act_ru_task t join task_deadline d on d.task_id = t.id_ where t.proc_def_id_ like 'planDecision%'
                        and d.paused_on is null and d.target_at < '2026-09-29T10:00+09:00'
                        """))
                .isPositive();

        Office.Session chief = office.logsIn("manabe");
        String page =
                chief.opens("/oversight?process=welfareOfficeReferral" + PERIOD).text();
        assertThat(page)
                .contains(
                        "福祉事務所へのつなぎ",
                        "/oversight/steps/welfareOfficeReferral/confirmReceipt?from=2026-09-01&amp;to=2026-09-30")
                .contains("name=\"worker\"", "現在");
        long dates = count("select count(*) from act_ru_execution where act_id_ in ('pursuitDue', 'supervisionDue')");
        assertThat(value(handover, "pursuitDue", "waitingNow") + value(handover, "supervisionDue", "waitingNow"))
                .isEqualTo(dates)
                .isPositive();
        assertThat(page)
                .as("a date that is waited for beside the task is not another handover")
                .contains("この手続では、いま待っているものが"
                        + count("select count(*) from act_ru_task where proc_def_id_ like 'welfareOfficeReferral%'")
                        + "件");
        files(chief, open, over);
    }

    /** An older diagram had a step that is gone; what its other steps counted belongs to the same steps of today. */
    @Test
    void anOlderDiagramIsMappedOntoTheNewest() {
        stays.update();
        String step = "福祉事務所に電話する";
        long before = value(heat("manabe", "welfareOfficeReferral"), "confirmReceipt", "waitingNow");
        try {
            older("confirmReceipt", "受領を待つ", 3);
            older("callWelfareOffice", step, 7);
            JsonNode heat = heat("manabe", "welfareOfficeReferral").path("heat");
            assertThat(value(heat("manabe", "welfareOfficeReferral"), "confirmReceipt", "waitingNow"))
                    .isEqualTo(before + 3);
            assertThat(heat.path("gone").findValuesAsText("name")).containsExactly(step);
            assertThat(heat.path("gone").findPath("waitingNow").path("value").asInt())
                    .isEqualTo(7);
            assertThat(heat.path("lines").findValuesAsText("name"))
                    .contains("受領を確認する")
                    .doesNotContain(step);
            assertThat(office.logsIn("manabe")
                            .opens("/oversight?process=welfareOfficeReferral")
                            .text())
                    .contains("いまの図にない手順", step);
            assertThat(value(heat("manabe", "welfareOfficeReferral&version=1"), "confirmReceipt", "waitingNow"))
                    .isEqualTo(before);
        } finally {
            database.sql("delete from stays_open where step_id in (select id from diagram_step where version = 0)")
                    .update();
            database.sql("delete from diagram_step where version = 0").update();
        }
    }

    private void older(String step, String name, int count) {
        database.sql("""
                        with d as (
                          insert into diagram_step (process_definition_id, process, version, step, name, kind)
                          values ('older', 'welfareOfficeReferral', 0, :step, :name, 'userTask') returning id)
                        insert into stays_open select id, '', false, date '2026-09-01', 'infinity', false, false, false, :count from d
                        """)
                .param("step", step)
                .param("name", name)
                .param("count", count)
                .update();
    }

    @Test
    void eachSeesWhatIsTheirs() {
        stays.update();
        Office.Answer refused = office.logsIn("saeki").opens("/oversight");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("主任相談支援員").doesNotContain("confirmReceipt");
        for (String path : new String[] {"/api/oversight/heat", "/api/oversight/diagram?process=planDecision"}) {
            assertThat(office.as("saeki").call("GET", path, null).status()).isEqualTo(403);
        }
        assertThat(office.logsIn("saeki").downloads("/oversight/heat.csv").statusCode())
                .isEqualTo(403);

        JsonNode counts = heat("minakami", "welfareOfficeReferral");
        assertThat(counts.path("exact").asBoolean()).isFalse();
        for (JsonNode line : counts.path("heat").path("lines")) {
            for (JsonNode figure : line.path("figures")) {
                String text = figure.path("text").asText();
                assertThat(text).matches("5件未満|[\\d,]+〜[\\d,]+件|\\d+日|\\d+%|–");
                assertThat(text.endsWith("件") && figure.path("value").asInt() % 5 != 0)
                        .isFalse();
            }
        }
        String address =
                "/oversight?process=welfareOfficeReferral&worker=saeki&emergency=yes&from=2026-09-10&to=2026-09-11";
        String page = office.logsIn("minakami").opens(address).text();
        assertThat(page)
                .contains("5件未満", "令和8年9月1日〜令和8年9月30日")
                .doesNotContain("/oversight/steps/", "name=\"worker\"", "saeki", "name=\"emergency\"");
        String csv = new String(
                office.logsIn("minakami")
                        .downloads(address.replace("/oversight?", "/oversight/heat.csv?"))
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(csv).contains("5件未満").doesNotContain("saeki", "担当者");
    }

    @Test
    void whatStandsInTheAddressIsOnlyText() {
        Office.Session chief = office.logsIn("manabe");
        String script = "%3Cscript%3Ealert(1)%3C%2Fscript%3E";
        Office.Answer page = chief.opens("/oversight?worker=" + script + "&service=" + script + "&measure=" + script
                + "&from=" + script + "&version=" + script + "&role=" + script);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("（該当なし）").doesNotContain("<script>alert", "\"<script");
        Office.Answer unknown = chief.opens("/oversight?process=" + script);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text()).contains("この手続はありません").doesNotContain("<script>alert");
        assertThat(office.as("manabe")
                        .call("GET", "/api/oversight/heat?process=x%27--", null)
                        .status())
                .isEqualTo(404);
        String csv = new String(
                chief.downloads("/oversight/heat.csv?worker=%3DHYPERLINK(1)").body(), StandardCharsets.UTF_8);
        assertThat(csv).doesNotContain("=HYPERLINK");
    }

    private void files(Office.Session chief, long open, long over) throws IOException {
        String query = "?process=welfareOfficeReferral&role=welfare-office" + PERIOD;
        HttpResponse<byte[]> csv = chief.downloads("/oversight/heat.csv" + query);
        String text = new String(csv.body(), StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("\uFEFF滞留の状況　福祉事務所へのつなぎ")
                .contains("期間: 令和8年9月1日〜令和8年9月30日、係: 福祉事務所")
                .contains(",confirmReceipt," + open + "," + over + ",")
                .contains(",handOverToWelfareOffice,0,0,");
        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("attachment", "2026-09-29.csv");
        byte[] excel = chief.downloads("/oversight/heat.xlsx" + query).body();
        StringBuilder parts = new StringBuilder();
        Path file = Files.write(folder.resolve("heat.xlsx"), excel);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(HtmlUtils.htmlUnescape(parts.toString()))
                .contains("係: 福祉事務所", "confirmReceipt", "<v>" + open + "</v>", "目標を過ぎた件数");
    }

    private JsonNode heat(String account, String process) {
        return office.as(account).get("/api/oversight/heat?process=" + process + PERIOD);
    }

    private static long value(JsonNode heat, String step, String measure) {
        return StreamSupport.stream(heat.path("heat").path("lines").spliterator(), false)
                .filter(line -> line.path("step").asText().equals(step))
                .findFirst()
                .orElseThrow()
                .path("figures")
                .path(measure)
                .path("value")
                .asLong(-1);
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
