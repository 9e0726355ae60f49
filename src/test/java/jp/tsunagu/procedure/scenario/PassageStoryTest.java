package jp.tsunagu.procedure.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.tsunagu.procedure.draft.Drafts;
import jp.tsunagu.procedure.publish.HouseholdStep;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.Office.Session;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A step that a change inserts is told once, in all stories that lack it. */
class PassageStoryTest extends OfficeStory {

    @Autowired
    private Drafts drafts;

    @Autowired
    private OwnScenarios own;

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
    void oneActTellsTheInsertedStepInEveryStoryThatLacksIt() {
        int draft = drafts.begin("家計アセスメントを加える", "家計の支援を早める", "tezuka").id();
        HouseholdStep.in(drafts.files(draft))
                .forEach((name, content) -> drafts.save(draft, name, content, 0, "tezuka"));
        String address = "/procedures/drafts/" + draft + "/scenarios";
        String passage = address + "/passage?step=assessHousehold";
        Session tezuka = office.logsIn("tezuka");
        assertThat(tezuka.opens(passage).text()).as("nothing was run yet").contains("書き足す例題は、もうありません");
        assertThat(office.logsIn("saeki").opens(passage).status()).isEqualTo(403);
        tezuka.posts(address + "/run", Map.of());
        awaitResults(tezuka, address);

        String list = tezuka.opens(address).text();
        assertThat(list).contains("緑 8件、赤 6件", "「家計アセスメント」を語っていない例題が、6件あります");
        String asked = tezuka.opens(passage).text();
        assertThat(asked)
                .contains("家計改善支援員", "家計の見立て", "例題の記入", "写しを作る", "就労準備支援のプランが二度差し戻され")
                .contains("の後、", "の前");

        Map<String, String> typed = new HashMap<>(Map.of(
                "step",
                "assessHousehold",
                "role",
                "household-supporter",
                "reason",
                "",
                "answer.householdView",
                "赤字<b>"));
        List<String> ids = ids(asked);
        assertThat(ids).hasSize(6);
        ids.forEach(id -> typed.put("case." + id, "on"));
        Answer refused = tezuka.posts(address + "/passage", typed);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("書き足す理由を", "赤字&lt;b&gt;");
        typed.put("reason", "二段の\n見立て: 早く気づく");
        typed.put("answer.householdView", "");
        typed.put("role", "ward-officer");
        assertThat(tezuka.posts(address + "/passage", typed).text()).contains("だれがするかを選んでください");
        assertThat(own.all()).as("nothing is retold until it is right").isEmpty();

        typed.put("role", "household-supporter");
        typed.put("answer.householdView", "赤字が「続く\": #");
        assertThat(tezuka.posts(address + "/passage", typed).text()).contains("6件の例題に書き足しました");
        awaitResults(tezuka, address);
        assertThat(tezuka.opens(address).text())
                .contains("件は、すべて緑です", "差し替えた製品の例題", "手塚 ")
                .doesNotContain("足りない手順をまとめて書き足す");
        assertThat(own.all()).hasSize(6).allSatisfy(copy -> {
            assertThat(copy.replaces() + "-copy").isEqualTo(copy.id());
            assertThat(copy.changedBy()).isEqualTo("tezuka");
            assertThat(copy.source()).contains("改定案「家計アセスメントを加える」）: 二段の 見立て: 早く気づく\n", "すること: assessHousehold");
        });
        assertThat(tezuka.posts(address + "/passage", typed).text())
                .as("pressed twice")
                .contains("書き足す例題は、もうありません");
    }

    private static List<String> ids(String page) {
        return Pattern.compile("name=\"case\\.([a-z0-9-]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static void awaitResults(Session session, String address) {
        await().atMost(Duration.ofMinutes(2))
                .until(() ->
                        session.call("GET", address + "/progress", null).text().contains("\"running\":false"));
    }
}
