package jp.tsunagu.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagu.municipality.Absences;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.Office.Session;
import jp.tsunagu.story.OfficeStory;
import jp.tsunagu.story.SubmittedPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Three cases stand still: at the welfare office, at the ward, with a worker on leave. Each is seen with its reason, and acted on. */
class StuckStoryTest extends OfficeStory {

    private static final String RECEIPT = "/oversight/steps/welfareOfficeReferral/confirmReceipt";
    private static final String CHECK = "/oversight/steps/planDecision/checkPlan";
    private static final String CALLED = "/oversight/steps/selfRelianceSupport/planDecision";
    private static final String TRIAGE = "/oversight/steps/selfRelianceSupport/decideTriage";
    private static final String MONDAY = "2026-09-14T09:00";
    private static final Pattern ID = Pattern.compile("name=\"ids\" value=\"([^\"]+)\"");

    @Autowired
    private Stays stays;

    @Autowired
    private LoadReader load;

    @Autowired
    private Absences absences;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private String number;

    @AfterEach
    void everybodyIsBack() {
        transaction.executeWithoutResult(status ->
                database.sql("delete from absence where user_id = 'saeki'").update());
        stays.update();
    }

    @Test
    void theWelfareOfficeDoesNotConfirm() {
        office.on("2026-09-08");
        number = office.as("saeki").receives(Answers.named("伊吹 千早", "いぶき ちはや", "1980-01-01"));
        office.as("saeki")
                .does(
                        number,
                        "decideTriage",
                        Answers.with(
                                Answers.triage("welfareOffice"),
                                "welfareIntent",
                                "yes",
                                "incomeBelowMinimum",
                                "below"));
        office.as("saeki").does(number, "handOverToWelfareOffice", Answers.handover());
        later(MONDAY);
        Session manabe = office.logsIn("manabe");
        String row = row(manabe, RECEIPT);
        assertThat(row).contains("伊吹 千早", "福祉事務所", "つなぎの受領の確認", "令和8年9月8日から", "4開庁日", "3開庁日の超過", "まだだれも担当していません");
        assertThat(database.sql("select count(*) from access_record where case_number = ? and user_id = 'manabe' "
                                + "and action = '滞留一覧表示'")
                        .params(number)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        String seenByWard = row(office.logsIn("kaji"), RECEIPT);
        assertThat(seenByWard).contains(number, "主任相談支援員が手を打てます").doesNotContain("伊吹", "/cases/", "name=\"ids\"");
        assertThat(office.logsIn("kaji")
                        .posts(RECEIPT, act("reminded", id(row)))
                        .text())
                .contains("主任相談支援員が手を打てます");
        assertThat(office.logsIn("saeki").opens(RECEIPT).status()).isEqualTo(403);
        assertThat(office.logsIn("minakami").opens(RECEIPT).text())
                .contains("件数の図だけ")
                .doesNotContain(number);

        assertThat(manabe.posts(RECEIPT, act("reminded", id(row))).text()).contains("1件: 催促しました");
        assertThat(row(manabe, RECEIPT)).contains("9月14日 催促済み（福祉事務所へ、真鍋");
        assertThat(manabe.posts(RECEIPT, act("reminded", id(row))).text()).contains("今日はもう催促しています。");
        Session yuasa = office.logsIn("yuasa");
        assertThat(yuasa.opens("/notices?show=news").text()).contains(number, "手順が止まっています（催促）", "止まっているタスクを開く");

        assertThat(manabe.posts(RECEIPT, note(id(row), "<script>alert(1)</script>", "2026-09-13"))
                        .text())
                .contains("理由を、一覧の中から選んでください。", "今日か、これから来る日", "value=\"2026-09-13\"", "checked=\"checked\"")
                .doesNotContain("<script>alert");
        assertThat(manabe.posts(RECEIPT, note(id(row), "welfareOfficeReply", "R8.9.16"))
                        .text())
                .contains("理由と次の予定日を記録しました。");
        assertThat(row(manabe, RECEIPT)).contains("職員の記録: 福祉事務所の返事を待っている（次は令和8年9月16日）", "令和8年9月16日（再確認）");
        assertThat(log())
                .containsExactly("reminded welfare-office null null", "noted null welfareOfficeReply 2026-09-16");
        assertThat(manabe.opens("/cases/" + number + "?kind=alerts").text()).contains("催促");

        office.as("yuasa").does(number, "confirmReceipt", Answers.receipt("2026-09-14T08:50"));
        assertThat(yuasa.opens("/notices?show=news").text()).doesNotContain(number);
        assertThat(manabe.posts(RECEIPT, act("escalated", id(row))).text()).contains("もう終わっています");
        assertThat(manabe.opens(RECEIPT).text()).doesNotContain(number);
    }

    @Test
    void theWardsCheckWaits() {
        office.on("2026-09-08");
        number = SubmittedPlan.of(office, "伊吹 千早");
        later("2026-09-22T09:00");
        Session kaji = office.logsIn("kaji");
        assertThat(row(kaji, CHECK)).contains("区", "宇田", "プランと利用要件の確認").doesNotContain("タスクを開く");
        assertThat(row(kaji, CALLED)).as("inside the called process").contains("プランと利用要件の確認");
        String id = id(row(kaji, CHECK));
        assertThat(office.logsIn("manabe").posts(CHECK, act("reminded", id)).text())
                .contains("区の担当・係長・課長が手を打てます");
        assertThat(kaji.posts(CHECK, act("reassigned", id)).text()).contains("新しく担当する職員を選んでください。");
        Map<String, String> toSaeki = Map.of("act", "reassigned", "ids", id, "colleague", "saeki");
        assertThat(kaji.posts(CHECK, toSaeki).text()).contains("区の担当の手順は係長です");
        assertThat(office.logsIn("otsuki").posts(CHECK, toSaeki).text()).contains("このタスクを担当する係の職員ではありません。");

        assertThat(kaji.posts(CHECK, act("escalated", id)).text()).contains("上へ報告しました");
        assertThat(row(kaji, CHECK)).contains("上へ報告済み", "タスクを開く", "課長へ、");
        assertThat(kaji.posts(CHECK, act("escalated", id)).text()).contains("もう上へ報告されています。");
        assertThat(office.as("kaji").steps(number)).contains("checkPlan");
        assertThat(database.sql("select level from task_alert where case_number = ? and settled_at is null")
                        .params(number)
                        .query(String.class)
                        .list())
                .containsExactly("escalated");
        assertThat(kaji.posts(CHECK, act("reminded", id)).text()).contains("1件: 催促しました");
        assertThat(office.logsIn("uda").opens("/notices?show=news").text()).contains(number);
        assertThat(office.logsIn("otsuki").opens("/notices?show=news").text())
                .as("who has the task, and nobody else")
                .doesNotContain(number);
        assertThat(database.sql("select sum(o.count) from stays_open o join diagram_step d on d.id = o.step_id "
                                + "where d.step = 'checkPlan' and o.escalated and service = ''")
                        .query(Long.class)
                        .single())
                .as("the heat knows")
                .isPositive();
    }

    @Test
    void aWorkerIsOnLeave() {
        office.on("2026-09-08");
        number = office.as("saeki").receives(Answers.named("伊吹 千早", "いぶき ちはや", "1980-01-01"));
        transaction.executeWithoutResult(
                status -> absences.add("saeki", LocalDate.of(2026, 9, 9), LocalDate.of(2026, 9, 30)));
        later(MONDAY);
        Session manabe = office.logsIn("manabe");
        String row = row(manabe, TRIAGE);
        assertThat(row).contains("センター", "佐伯", "振り分けの判断", "担当の佐伯", "令和8年9月30日まで不在です");
        assertThat(manabe.opens(TRIAGE).text()).doesNotContain("<option value=\"saeki\"");
        long before = tasks("aoki");
        String load = manabe.opens("/oversight/load").text();
        assertThat(load).contains("9/14の週", "不在 9/14～9/20", "/oversight/load/saeki", "/oversight?worker=saeki");
        String ofSaeki = row(manabe, "/oversight/load/saeki");
        assertThat(ofSaeki).contains("伊吹 千早", "振り分けを決める");

        Map<String, String> toSaeki = Map.of("act", "reassigned", "ids", id(row), "colleague", "saeki");
        assertThat(manabe.posts(TRIAGE, toSaeki).text()).contains("もう担当しています");
        Map<String, String> toAoki = Map.of("act", "reassigned", "ids", id(row) + ",gone", "colleague", "aoki");
        assertThat(manabe.posts(TRIAGE, toAoki).text()).contains("1件: 担当を替えました。", "もう終わっています");
        assertThat(row(manabe, TRIAGE)).contains("青木", "9月14日 担当替え済み（青木").doesNotContain("不在");
        assertThat(office.as("aoki")
                        .task(number, "decideTriage")
                        .path("assignee")
                        .asText())
                .isEqualTo("aoki");
        assertThat(tasks("aoki")).isEqualTo(before + 1);
        assertThat(log()).containsExactly("reassigned aoki null null");
        assertThat(manabe.opens("/oversight/steps/selfRelianceSupport/nothing").status())
                .isEqualTo(404);
    }

    /** Nothing is swept on the way: the supervisor comes first. */
    private void later(String time) {
        office.clock(time);
        stays.update();
    }

    private long tasks(String account) {
        return load.read().items().getOrDefault(account, List.of()).stream()
                .filter(item -> item.kind().equals("task"))
                .mapToLong(LoadReader.Item::count)
                .sum();
    }

    private static Map<String, String> act(String act, String id) {
        return Map.of("act", act, "ids", id);
    }

    private static Map<String, String> note(String id, String reason, String nextOn) {
        Map<String, String> fields = new HashMap<>(act("noted", id));
        fields.put("reason", reason);
        fields.put("nextOn", nextOn);
        return fields;
    }

    private static String id(String row) {
        Matcher id = ID.matcher(row);
        assertThat(id.find()).as(row).isTrue();
        return id.group(1);
    }

    /** The line of the case, on whichever page it is: other tests leave cases behind. */
    private String row(Session reader, String list) {
        return Stream.iterate(1, page -> page + 1)
                .limit(20)
                .map(page -> reader.opens(list + "?page=" + page))
                .peek(answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(200))
                .map(Answer::text)
                .map(text -> Stream.of(text.split("<tr>"))
                        .filter(row -> row.contains(number))
                        .map(row -> row.substring(0, row.indexOf("</tr>")))
                        .findFirst()
                        .orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new AssertionError(number + " is not in " + list));
    }

    private List<String> log() {
        return database.sql("select act || ' ' || coalesce(to_whom, 'null') || ' ' || coalesce(reason, 'null') || ' ' "
                        + "|| coalesce(next_on::text, 'null') from oversight_act where case_number = ? order by id")
                .params(number)
                .query(String.class)
                .list();
    }
}
