package jp.tsunagu.procedure.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.Office.Session;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages on which two administrators bring a change into force. */
@Tag("publishing")
class PublicationPagesTest extends PublishingStory {

    @Test
    void fromTheEffectToTheRollback() {
        office.as("saeki").receives(Answers.named("頁 一", "ぺーじ", "1980-01-01"));
        int draft = administrators.draft("家計アセスメントを加える", HouseholdStep.in(administrators.present()));
        String effect = "/procedures/drafts/" + draft + "/effect";
        String publication = "/procedures/drafts/" + draft + "/publication";
        Session tezuka = office.logsIn("tezuka");
        Session hirai = office.logsIn("hirai");

        assertThat(tezuka.opens(effect).text()).contains("まだ調べていません", "始まっているケースも、新しい手続に移ります");
        assertThat(tezuka.posts(effect, Map.of("rule", "MOVE")).text())
                .contains("実際のケースは何も変わっていません", "移る", "手塚")
                .containsPattern("R\\d+-\\d{5}")
                .doesNotContain("頁 一");

        String screening = "map.selfRelianceSupport/screen";
        Answer otherWork = tezuka.posts(effect, Map.of("rule", "MOVE", screening, "employmentHearingSplit"));
        assertThat(otherWork.status()).isEqualTo(400);
        assertThat(otherWork.text()).contains("「スクリーニングをする」の移る先に", "選べません。人が行う手順ではありません。");
        assertThat(tezuka.posts(effect, Map.of("rule", "MOVE", screening, "nowhere"))
                        .text())
                .contains("移る先に選んだ手順が、いまの改定案にありません");
        assertThat(tezuka.callWithoutToken("GET", "/api" + effect, null)
                        .json()
                        .at("/pictures/0/gone")
                        .isEmpty())
                .as("nothing of it was kept")
                .isTrue();

        Answer refused = tezuka.posts(publication, Map.of("act", "propose", "effectiveOn", "R8.10.1"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("施行日は、きょう", "R8.10.1");
        assertThat(tezuka.opens(publication).text())
                .contains("forms/71-assess-household.form", "新しく加わります", "件を、この内容でまだ実行していません");
        Map<String, String> proposal = new TreeMap<>(Map.of("act", "propose", "effectiveOn", "R8.10.5"));
        administrators.reasons(draft).forEach((warning, reason) -> proposal.put("reason." + warning, reason));
        assertThat(tezuka.posts(publication, proposal).text()).contains("承認を求めました", "承認待ち", "あなたはこの改定案を作ったか");
        Answer own = tezuka.posts(publication, Map.of("act", "approve"));
        assertThat(own.status()).isEqualTo(400);
        assertThat(own.text()).contains("自分では承認できません");
        assertThat(hirai.posts(publication, Map.of("act", "giveBack", "reason", ""))
                        .text())
                .contains("理由を書いてください");
        assertThat(hirai.posts(publication, Map.of("act", "giveBack", "reason", "様式の名を直す"))
                        .text())
                .contains("編集に戻しました", "差し戻した", "様式の名を直す");
        tezuka.posts(publication, proposal);
        assertThat(hirai.posts(publication, Map.of("act", "approve")).text()).contains("施行待ち", "令和8年10月5日", "平井");

        administrators.publisher.look();
        assertThat(hirai.opens(publication).text()).contains("続けています", "施行済み");
        administrators.work.round();
        assertThat(hirai.opens(publication).text()).contains("終わりました。", "前の手続に戻す");
        assertThat(hirai.callWithoutToken("GET", "/api/procedures/drafts/" + draft + "/progress", null)
                        .json()
                        .path("waiting")
                        .asInt(-1))
                .isZero();
        assertThat(hirai.posts(publication, Map.of("act", "rollBack", "reason", "様式に誤り"))
                        .text())
                .contains("施行を取り消しました", "施行後に取り消し", "様式に誤り");
        administrators.work.round();
    }

    @Test
    void nobodyElseSeesThem() {
        int draft = administrators.draft("題", Map.of());
        Session saeki = office.logsIn("saeki");
        assertThat(saeki.opens("/procedures/drafts/" + draft + "/effect").status())
                .isEqualTo(403);
        assertThat(saeki.opens("/api/procedures/drafts/" + draft + "/effect").status())
                .isEqualTo(403);
        Answer refused = saeki.posts("/procedures/drafts/" + draft + "/publication", Map.of("act", "approve"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("手続管理者が使うページ");
        assertThat(office.logsIn("tezuka")
                        .opens("/procedures/drafts/999999/effect")
                        .status())
                .isEqualTo(404);
    }
}
