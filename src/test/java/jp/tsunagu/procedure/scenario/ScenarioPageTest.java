package jp.tsunagu.procedure.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import jp.tsunagu.engine.TrialEngine;
import jp.tsunagu.procedure.draft.Drafts;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.Office.Session;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** 手続管理者 runs the scenarios on a change, sees where it parts from them, and writes one of the ward's own. */
class ScenarioPageTest extends OfficeStory {

    private static final String TRIAGE = "forms/03-decide-triage.form";

    @Autowired
    private Drafts drafts;

    @Autowired
    private Scenarios scenarios;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void withoutTheWardsOwn() {
        transaction.executeWithoutResult(
                status -> database.sql("delete from scenario").update());
    }

    @Test
    void theScenariosAreRunBesideThePageAndTheirResultsAreKeptForExactlyThisContent() {
        int draft = drafts.begin("家計アセスメントを加える", "新しい事業", "tezuka").id();
        String address = "/procedures/drafts/" + draft + "/scenarios";
        assertThat(office.logsIn("saeki").opens(address).status()).isEqualTo(403);
        assertThat(office.logsIn("saeki").posts(address + "/run", Map.of()).status())
                .isEqualTo(403);
        Session tezuka = office.logsIn("tezuka");
        assertThat(tezuka.opens("/procedures/drafts/999999/scenarios").status()).isEqualTo(404);
        assertThat(tezuka.opens(address).text()).contains("未実行 14件", "家計アセスメントを加える", "製品の例題");

        // a choice that one story makes is gone
        breakTriage(draft);
        Answer begun = tezuka.posts(address + "/run", Map.of());
        assertThat(begun.text()).contains("実行中です");
        assertThat(tezuka.posts(address + "/run", Map.of()).text())
                .as("once is enough")
                .contains("実行中です");
        await().atMost(Duration.ofMinutes(2))
                .until(() ->
                        tezuka.call("GET", address + "/progress", null).text().contains("\"running\":false"));
        String page = tezuka.opens(address).text();
        assertThat(page)
                .contains("緑 13件、赤 1件、未実行 0件", "手順2で違いました", "選択肢から選んでください。", "「decideTriage」を見る")
                .contains("この内容で最後に実行した日時")
                .doesNotContain("実行中です");
        assertThat(scenarios.results(drafts.files(draft)).allGreen()).isFalse();
        assertThat(scenarios.results(drafts.files(draft)).red()).isEqualTo(1);

        drafts.save(draft, TRIAGE, null, 1, "tezuka");
        assertThat(scenarios.results(drafts.files(draft)).notRun())
                .as("another content has no results")
                .isEqualTo(14);
    }

    private void breakTriage(int draft) {
        String form = new String(drafts.files(draft).content(TRIAGE).orElseThrow(), StandardCharsets.UTF_8);
        drafts.save(
                draft,
                TRIAGE,
                form.replace("\"informationOnly\"", "\"adviceOnly\"").getBytes(StandardCharsets.UTF_8),
                0,
                "tezuka");
    }

    /** The clock of this JVM belongs to the cases that are under way in it. */
    @Test
    void aTrialNeverBeginsBesideTheRealEngine() {
        assertThatThrownBy(() -> TrialEngine.start(Map.of(), null, (process, element) -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no other engine");
    }

    @Test
    void theWardWritesItsOwn() {
        int draft = drafts.begin("区の例題", "試行", "tezuka").id();
        String address = "/procedures/drafts/" + draft + "/scenarios";
        Session tezuka = office.logsIn("tezuka");
        String shown = tezuka.opens(address + "/new?copy=c03-information-only").text();
        assertThat(shown).contains("id: c03-information-only-copy", "# 代わり: c03-information-only", "電話での匿名の相談");
        assertThat(tezuka.opens(address + "/text?scenario=c03-information-only").text())
                .contains("製品に入っている例題です", "readonly=\"readonly\"")
                .doesNotContain("保存する");

        String typed = ScenarioExample.TEXT.replace("だれ: 相談支援員\n", "だれ: 社長<script>\n");
        Answer refused = tezuka.posts(address + "/new", Map.of("source", typed));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .contains("9行目: 「社長&lt;script&gt;」という役割はありません。", "だれ: 社長&lt;script&gt;", "題名: 相談を受けて、申込みまで進む")
                .doesNotContain("<script>\n");
        assertThat(tezuka.posts(
                                address + "/new",
                                Map.of(
                                        "source",
                                        ScenarioExample.TEXT.replace("my-first-scenario", "c03-information-only")))
                        .text())
                .contains("は、もうあります");

        String instead = ScenarioExample.TEXT.replace("題名:", "代わり: c03-information-only\n題名:");
        assertThat(tezuka.posts(address + "/new", Map.of("source", instead.replace("c03-information", "c99")))
                        .text())
                .contains("製品の例題はありません", "代わり: c99-only");
        assertThat(tezuka.posts(
                                address + "/new",
                                Map.of("source", instead.replace("id: my-first-scenario", "id: instead")))
                        .text())
                .contains("未実行 14件", "差し替えた製品の例題", "（差替え）");
        tezuka.posts(address + "/delete", Map.of("scenario", "instead", "revision", "1"));

        assertThat(tezuka.posts(address + "/new", Map.of("source", ScenarioExample.TEXT))
                        .text())
                .contains("例題「my-first-scenario」を加えました。", "この自治体の例題", "未実行 15件");
        Map<String, String> change = Map.of(
                "scenario", "my-first-scenario", "revision", "1", "source", ScenarioExample.TEXT.replace("進む", "行く"));
        assertThat(tezuka.posts(address + "/text", change).text()).contains("保存しました", "申込みまで行く");
        Answer stale = office.logsIn("hirai").posts(address + "/text", change);
        assertThat(stale.status()).isEqualTo(400);
        assertThat(stale.text()).contains("ほかの人がこの例題を変えたか消しました", "申込みまで行く");
        assertThat(tezuka.posts(address + "/delete", Map.of("scenario", "my-first-scenario", "revision", "1"))
                        .text())
                .contains("消していません");
        assertThat(tezuka.posts(address + "/delete", Map.of("scenario", "my-first-scenario", "revision", "2"))
                        .text())
                .contains("消しました", "未実行 14件");
    }
}
