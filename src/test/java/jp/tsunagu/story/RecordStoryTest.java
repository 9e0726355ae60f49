package jp.tsunagu.story;

import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.casefile.crypt.Opened;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.Office.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 支援経過記録 (第3号様式) on its page: written at any time, corrected by new lines, and nothing typed is lost. */
class RecordStoryTest extends OfficeStory {

    private static final Pattern CORRECTION = Pattern.compile("/records/([0-9a-f-]{36})/correction\"");

    @Autowired
    private Opened opened;

    @Autowired
    private JdbcClient database;

    private String number;
    private Session saeki;

    @BeforeEach
    void aCase() {
        office.at("2026-09-18T10:00");
        number = office.as("saeki").receives(Answers.named("記野 録子", "きの ろくこ", "1985-06-07"));
        saeki = office.logsIn("saeki");
    }

    @Test
    void aLineIsKeptWithItsNextDateAndCountsAsContactOnlyIfThePersonWasReached() {
        assertThat(saeki.opens(records()).text())
                .as("today and the usual method are there already")
                .contains("value=\"R8.9.18\"")
                .containsPattern("<option value=\"visitInPerson\" selected")
                .contains("これまでの記録（<span>1</span>件）");
        saeki.posts(records(), line("facts", "家賃の督促状を一緒に確かめた。<b>太字</b>", "nextDate", "R8.10.2"));
        assertThat(dates()).isEqualTo("2026-10-02 2026-09-18");

        office.on("2026-09-25");
        Answer kept = saeki.posts(
                records(), line("occurredOn", "R8.9.25", "method", "phoneOut", "with", "PERSON_NOT_REACHED"));
        assertThat(kept.text())
                .contains("記録しました", "本人（つながらなかった）", "&lt;b&gt;太字")
                .doesNotContain("<b>太字");
        assertThat(dates()).as("an attempt is no contact").isEqualTo("2026-10-09 2026-09-18");
        assertThat(log("記録")).isEqualTo(2);
    }

    @Test
    void whatIsMissingIsToldAndWhatWasTypedStays() {
        Map<String, String> empty =
                line("occurredOn", "R8.2.30", "method", "", "with", "", "facts", "　", "nextDate", "来週");
        empty.put("opinion", "少し疲れている様子");
        Answer unreadable = saeki.posts(records(), empty);
        assertThat(unreadable.status()).isEqualTo(400);
        assertThat(unreadable.text()).contains("この日付は暦にありません", "R8.2.30", "来週", "少し疲れている様子", "まだ保存していません");

        Answer missing = saeki.posts(
                records(), line("occurredOn", "R8.9.19", "method", "", "with", "", "facts", "", "nextDate", "R8.9.17"));
        assertThat(missing.text()).contains("まだ来ていない日", "方法を選んで", "相手を選んで", "内容（事実）を入力", "今日からあとの日に");
        assertThat(missing.text()).as("each beside its input too").contains("id=\"facts-error\">内容（事実）を入力してください");
        assertThat(saeki.posts(records(), line("facts", "あ".repeat(4001))).text())
                .contains("4000文字以内で入力してください（今は4001文字です）");
        assertThat(saeki.posts(records(), line("facts", "a\u0000b")).text()).contains("使えない文字");
        assertThat(saeki.posts(records(), line("nextDate", "")).text()).contains("続くケースには、必ず次の期日が要ります");
        assertThat(lines()).as("of the reception only").isEqualTo(1);
    }

    @Test
    void sentTwiceItActsOnceAndAnOldPageWithOtherWordsIsAsked() {
        Map<String, String> sent = line();
        saeki.posts(records(), sent);
        assertThat(saeki.posts(records(), sent).text()).contains("記録しました");
        assertThat(lines()).isEqualTo(2);

        sent.put("facts", "別のこと");
        Answer asked = saeki.posts(records(), sent);
        assertThat(asked.text()).contains("すでに保存されています", "別のこと");
        sent.put("key", keyOf(asked));
        saeki.posts(records(), sent);
        assertThat(lines()).isEqualTo(3);
        assertThat(saeki.posts(records(), line("key", "<script>")).status()).isEqualTo(400);
    }

    /** Whatever is written, corrected and taken back, by whom and however often: chains stay chains, nothing changes or goes. */
    @Test
    void correctionsAreChains() {
        Random dice = new Random(20260918);
        Session manabe = office.logsIn("manabe");
        List<String> twice = new ArrayList<>();
        for (int act = 0; act < 30; act++) {
            Session who = dice.nextBoolean() ? saeki : manabe;
            List<String> all = database.sql(
                            "select r.id::text from progress_record r join support_case c on c.id = r.case_id "
                                    + "where c.case_number = ?")
                    .param(number)
                    .query(String.class)
                    .list();
            String target = all.get(dice.nextInt(all.size()));
            String path = records() + "/" + target;
            Map<String, String> line = line("facts", "内容" + act, "reason", dice.nextInt(8) == 0 ? "" : "理由" + act);
            Answer answer =
                    switch (dice.nextInt(4)) {
                        case 0 -> who.posts(records(), line);
                        case 1 -> who.posts(path + "/withdrawal", line);
                        default -> who.posts(path + "/correction", line);
                    };
            assertThat(answer.status()).isIn(200, 400);
            if (answer.status() == 400 && answer.text().contains("すでに訂正")) {
                twice.add(target);
            }
            intact();
        }
        assertThat(twice).as("the dice tried to correct twice").isNotEmpty();
        assertThatThrownBy(() ->
                        database.sql("update progress_record set facts = 'x'").update())
                .hasMessageContaining("only ever added");
    }

    private void intact() {
        String broken = opened.ask(
                database -> database.sql("""
                        select string_agg(p.id::text || coalesce(p.correction_reason, ''), ',') from progress_record p
                        where (p.corrects is not null and (btrim(coalesce(p.correction_reason, '')) = ''
                            or not exists (select 1 from progress_record o where o.id = p.corrects and o.case_id = p.case_id
                              and o.recorded_at <= p.recorded_at and not o.withdrawn)))
                          or (select count(*) from progress_record n where n.corrects = p.id) > 1
                        """).query(String.class).optional().orElse(null));
        assertThat(broken).isNull();
        Answer page = saeki.opens(records() + "?all=true");
        assertThat(CORRECTION.matcher(page.text()).results().count())
                .as("as many lines can be corrected as hold")
                .isEqualTo(
                        database.sql("select count(*) from progress_record r join support_case c on c.id = r.case_id "
                                        + "where c.case_number = ? and not withdrawn "
                                        + "and not exists (select 1 from progress_record n where n.corrects = r.id)")
                                .param(number)
                                .query(Long.class)
                                .single());
    }

    @Test
    void twoPeopleCorrectTheSameLineAtOnce() throws Exception {
        saeki.posts(records(), line("facts", "9月分の家賃は6万円。"));
        String target = newest();
        Session manabe = office.logsIn("manabe");
        List<Callable<Answer>> both = List.of(
                () -> saeki.posts(
                        records() + "/" + target + "/correction", line("facts", "家賃は6万5千円。", "reason", "聞き違い")),
                () -> manabe.posts(
                        records() + "/" + target + "/correction", line("facts", "家賃は7万円。", "reason", "契約書で確認")));
        List<Answer> answers = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (Future<Answer> answer : pool.invokeAll(both)) {
                answers.add(answer.get());
            }
        } finally {
            pool.shutdown();
        }
        Answer refused = answers.stream()
                .filter(answer -> answer.status() == 400)
                .findFirst()
                .orElseThrow();
        assertThat(refused.text())
                .contains("すでに訂正されています", "訂正前の記録", "<del>", "9月分の家賃は6万円。")
                .as("both what holds now and what was typed")
                .contains("家賃は6万5千円。", "家賃は7万円。");

        String head = CORRECTION
                .matcher(refused.text())
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElseThrow();
        assertThat(head).isNotEqualTo(target);
        assertThat(saeki.posts(records() + "/" + head + "/correction", line("facts", "家賃は7万円。管理費込み。", "reason", "補足"))
                        .text())
                .contains("訂正しました", "補足", "訂正前の記録");
    }

    @Test
    void aCorrectionMovesNextDateAndLastContactOnlyWhereTheLineMadeThem() {
        saeki.posts(records(), line("nextDate", "R8.10.2"));
        String made = newest();
        saeki.posts(
                records() + "/" + made + "/correction",
                line("nextDate", "R8.10.5", "with", "PERSON_NOT_REACHED", "reason", "日付の誤り"));
        assertThat(dates()).isEqualTo("2026-10-05 2026-09-18");

        office.on("2026-09-24");
        saeki.posts(records(), line("occurredOn", "R8.9.24", "nextDate", "R8.10.20"));
        String latest = newest();
        assertThat(dates()).isEqualTo("2026-10-20 2026-09-24");
        Answer withdrawn = saeki.posts(
                records() + "/" + latest + "/withdrawal",
                Map.of("key", UUID.randomUUID().toString(), "reason", "別の人のケースだった"));
        assertThat(withdrawn.text()).contains("取り消しました", "別の人のケースだった", "取り消した記録");
        assertThat(dates())
                .as("an open case never is without a next date; the contact was none of this person")
                .isEqualTo("2026-10-20 2026-09-18");
        assertThat(saeki.posts(records() + "/" + newest() + "/correction", line("reason", "直す"))
                        .text())
                .contains("取り消されています");
    }

    @Test
    void afterClosingSomebodyCallsAndIsWrittenDownWithoutANextDate() {
        office.as("saeki").does(number, "decideTriage", Answers.information("法テラスの無料相談"));
        assertThat(database.sql("select status from support_case where case_number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("CLOSED");
        assertThat(saeki.opens(records()).text()).contains("終結したケースです");
        assertThat(saeki.posts(records(), line("method", "phoneIn", "nextDate", ""))
                        .text())
                .contains("記録しました");
        assertThat(lines()).isEqualTo(2);
    }

    @Test
    void attemptsWrittenHereCountWhereAContactIsLost() {
        office.as("saeki")
                .does(number, "decideTriage", with(Answers.triage("continueSupport"), "nextContactDate", "2026-09-28"));
        office.as("saeki")
                .reports(
                        number,
                        "contactLost",
                        Answers.of(
                                "contactLostOn",
                                Office.today().toString(),
                                "safetyWorry",
                                "no",
                                "contactLostNote",
                                "電話に出ない。"));
        saeki.posts(records(), line("method", "homeVisit", "with", "PERSON_NOT_REACHED"));
        saeki.posts(records(), line("method", "agency", "with", "AGENCY"));
        String task = office.as("saeki").task(number, "tryContact").path("id").asText();
        assertThat(office.as("saeki")
                        .open(task)
                        .path("data")
                        .path("attemptsLabel")
                        .asText())
                .contains("訪問", "関係機関");
        assertThat(saeki.opens(records()).text()).contains("連絡の試みに数えます");
    }

    @Test
    void whoMayReadAndWrite() {
        assertThat(office.logsIn("aoki").opens(records()).status())
                .as("not theirs")
                .isEqualTo(403);
        assertThat(office.logsIn("kansa").opens(records()).status()).isEqualTo(403);
        assertThat(office.logsIn("aoki").posts(records(), line()).status()).isEqualTo(403);
        assertThat(office.logsIn("manabe").opens(records()).status()).isEqualTo(200);
        assertThat(saeki.opens("/cases/R1-99999/records").status()).isEqualTo(403);
        assertThat(office.logsIn("manabe").opens("/cases/R1-99999/records").status())
                .isEqualTo(403);
        assertThat(office.logsIn("aoki")
                        .call("PUT", "/api/drafts/cases/" + number + "/record", Map.of("facts", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(log("閲覧")).isGreaterThan(0);
    }

    @Test
    void aTaskTellsItsCaseToThoseOnlyWhoMayOpenIt() {
        String restricted = office.as("saeki")
                .receives(with(
                        Answers.named("匿野 秘子", "とくの ひめこ", "1991-02-03"),
                        "contactRestricted",
                        true,
                        "contactRestrictedReason",
                        "配偶者からの暴力"));
        String task =
                office.as("saeki").task(restricted, "decideTriage").path("id").asText();
        String path = "/api/tasks/" + task + "/header";
        JsonNode facts = office.as("saeki").get(path).path("facts");
        assertThat(facts.path("name").asText()).isEqualTo("匿野 秘子");
        assertThat(facts.path("contactRestricted").asBoolean()).isTrue();
        assertThat(facts.path("consent").asText()).isEqualTo("未確認");
        assertThat(facts.path("workers").toString()).contains("相談支援員　佐伯");
        assertThat(office.as("aoki").call("GET", path, null).status())
                .as("a task they do not see is none")
                .isEqualTo(404);

        office.as("saeki").call("POST", "/engine-rest/task/" + task + "/unclaim", null);
        JsonNode candidate = office.as("aoki").get(path);
        assertThat(candidate.path("caseNumber").asText()).isEqualTo(restricted);
        assertThat(candidate.path("facts").isNull()).isTrue();
    }

    @Test
    void whatIsTypedIsKeptPerPersonUntilItIsSentOrThrownAway() {
        String draft = "/api/drafts/cases/" + number + "/record";
        saeki.call("PUT", draft, Map.of("facts", "途中まで\u0000書いた", "with", "FAMILY"));
        assertThat(saeki.opens(records()).text())
                .contains("前回の続きから", "途中まで�書いた")
                .containsPattern("value=\"FAMILY\" checked");
        assertThat(office.logsIn("manabe").opens(records()).text()).doesNotContain("途中まで");
        assertThat(saeki.posts(records(), line()).text()).doesNotContain("途中まで");
        saeki.call("PUT", draft, Map.of("facts", "また途中"));
        assertThat(saeki.posts(records(), Map.of("discard", "1")).text()).doesNotContain("また途中");
        assertThat(office.anonymously("PUT", draft, Map.of("facts", "x")).status())
                .isIn(401, 403);
    }

    private String records() {
        return "/cases/" + number + "/records";
    }

    private static Map<String, String> line(String... changes) {
        Map<String, String> line = new HashMap<>(Map.of(
                "key", UUID.randomUUID().toString(),
                "occurredOn", "2026-09-18",
                "method", "visitInPerson",
                "with", "PERSON",
                "facts", "来所。仕事探しの話をした。",
                "nextDate", "R8.10.9"));
        for (int i = 0; i < changes.length; i += 2) {
            line.put(changes[i], changes[i + 1]);
        }
        return line;
    }

    private static String keyOf(Answer page) {
        Matcher key = Pattern.compile("name=\"key\" value=\"([^\"]+)\"").matcher(page.text());
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private String newest() {
        return database.sql("select r.id::text from progress_record r join support_case c on c.id = r.case_id "
                        + "where c.case_number = ? order by r.recorded_at desc, r.ctid desc limit 1")
                .param(number)
                .query(String.class)
                .single();
    }

    private String dates() {
        return database.sql("select next_date || ' ' || last_contact_on from support_case where case_number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private long lines() {
        return count("select count(*) from progress_record r join support_case c on c.id = r.case_id "
                + "where c.case_number = ?");
    }

    private long log(String action) {
        return count("select count(*) from access_record where case_number = ? and step = 'record' and action = '"
                + action + "'");
    }

    private long count(String sql) {
        return database.sql(sql).param(number).query(Long.class).single();
    }
}
