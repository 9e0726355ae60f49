package jp.tsunagu.plan;

import static jp.tsunagu.story.Answers.item;
import static jp.tsunagu.story.Answers.of;
import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import jp.tsunagu.casefile.crypt.Opened;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.Office.Session;
import jp.tsunagu.story.OfficeStory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 支援調整会議: one meeting for several cases, typed once, and nobody from outside reads more than they may. */
class ConferenceStoryTest extends OfficeStory {

    private static final String SECRET_HEALTH = "持病の通院が月二回ある";
    private static final String SECRET_FAMILY = "母の介護をひとりで担う";

    @Autowired
    private Opened opened;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Accounts accounts;

    @Test
    void whatTheMeetingKnowsIsNotTypedAgainForEachCase() {
        office.on("2026-06-01");
        String first = ready("会議 一", Answers.application());
        String second = ready("会議 二", Answers.application());
        String meeting = convened(first, "2026-06-10");
        joins(second, meeting);
        Session chief = office.logsIn("manabe");
        String page = chief.opens("/conferences/" + meeting).text();
        assertThat(page).contains(first, second, "プラン案", "まだ名簿にない", "主任相談支援員が会議を開催する（要領 第9条第6号）");

        invites(chief, meeting, "chief", "", "センター", "真鍋", "");
        invites(chief, meeting, "wardOfficer", "", "港区", "宇田", "");
        invites(chief, meeting, "outside", "medical", "例町医院", "医師 一郎", "");
        office.on("2026-06-10");
        came(chief, meeting, Map.of("真鍋", "yes", "宇田", "yes", "医師 一郎", "no"));

        for (String number : List.of(first, second)) {
            office.as("manabe")
                    .does(
                            number,
                            "recordPlanConference",
                            of("discussion", "適切と考える。", "conferenceResult", "approved", "roles", List.of()));
        }
        assertThat((Integer) opened.ask(database -> database.sql("""
                        select count(*) from form_document d join support_case c on c.id = d.case_id
                        where c.case_number in (?, ?) and d.step = 'recordPlanConference' and d.act_date = '2026-06-10'
                          and jsonb_array_length(d.data->'attendees') = 2 and d.data->>'heldFormat' = 'regular'
                        """)
                        .params(first, second)
                        .query(Integer.class)
                        .single()))
                .isEqualTo(2);
        assertThat(chief.opens("/conferences").text()).contains("すべて記録済み");
    }

    @Test
    void aMeetingThatIsPutOffTakesItsCasesAlong() throws IOException {
        office.on("2026-06-01");
        String first = ready("延期 一", Answers.application());
        String second = ready("延期 二", Answers.application());
        String meeting = convened(first, "2026-06-08");
        joins(second, meeting);
        LocalDate due = office.as("manabe").due(first, "recordPlanConference");
        Session chief = office.logsIn("manabe");

        assertThat(chief.posts(
                                "/conferences/" + meeting + "/day",
                                Map.of("on", "2026-06-15", "time", "10:00", "place", "港区役所"))
                        .text())
                .contains("令和8年6月15日", "会議の日を変えました");
        assertThat(office.as("manabe").due(first, "recordPlanConference")).isEqualTo(due.plusDays(7));
        assertThat(office.as("manabe").due(second, "recordPlanConference")).isEqualTo(due.plusDays(7));

        chief.posts("/conferences", Map.of("on", "2026-06-22", "time", "", "place", "", "format", "adHoc"));
        String other = meetingOn("2026-06-22");
        Answer moved =
                chief.posts("/conferences/" + meeting + "/agenda/" + itemOf(second) + "/meeting", Map.of("to", other));
        assertThat(moved.text()).contains(second + " を 令和8年6月22日");
        assertThat(office.as("manabe").due(second, "recordPlanConference")).isEqualTo(due.plusDays(14));
        assertThat(chief.opens("/conferences/" + other).text()).contains(second, "から受け入れました");
        assertThat(read(chief, "/api/cases/" + first + "/papers/11-conference-agenda"))
                .contains("令和8年6月15日", "10:00", "港区役所", first)
                .doesNotContain("6月8日", second);
        assertThat(read(chief, "/api/cases/" + second + "/papers/11-conference-agenda"))
                .contains("令和8年6月22日", second)
                .doesNotContain("6月8日", "港区役所", first);

        office.as("aoki")
                .reports(
                        first,
                        "personDied",
                        of(
                                "diedOn",
                                Office.today().toString(),
                                "deathReportedOn",
                                Office.today().toString(),
                                "deathReportedBy",
                                "家族"));
        assertThat(chief.opens("/conferences/" + meeting).text())
                .contains(first + " を議題から外しました（本人の死亡）", "議題のケースはまだありません");
        assertThat(office.logsIn("saeki")
                        .posts("/conferences/" + other + "/day", Map.of("on", "2026-07-01", "time", "", "place", ""))
                        .status())
                .isEqualTo(403);
    }

    /** The papers of a member hold what their body may be told; none after the person withdrew; and each is on record. */
    @Test
    void aMemberReadsWhatTheyMayAndNothingElse() throws IOException {
        office.on("2026-06-01");
        accounts.ensure("kaigi1", "構成", "医療", "demo", List.of(Roles.CONFERENCE_MEMBER));
        accounts.ensure("kaigi2", "構成", "学校", "demo", List.of(Roles.CONFERENCE_MEMBER));
        accounts.ensure("kaigi3", "構成", "無関係", "demo", List.of(Roles.CONFERENCE_MEMBER));
        String number = ready(
                "秘田 守",
                with(
                        Answers.application(),
                        "consent",
                        "partial",
                        "consentScope",
                        List.of("provider", "medical"),
                        "consentItems",
                        List.of("name", "health", "assessment", "plan")));
        String elsewhere = ready("別田 件", Answers.application());
        String meeting = convened(number, "2026-06-11");
        Session chief = office.logsIn("manabe");
        invites(chief, meeting, "outside", "provider", "支援の会", "構成 医療", "kaigi1");
        invites(chief, meeting, "outside", "school", "例町学校", "構成 学校", "kaigi2");
        String paper = "/conferences/" + meeting + "/papers/" + number + "/02-assessment";

        // too early
        office.on("2026-06-02");
        assertThat(office.logsIn("kaigi1").opens(paper).status()).isEqualTo(403);
        office.on("2026-06-08");
        Session member = office.logsIn("kaigi1");
        assertThat(member.opens("/conferences").text()).contains("令和8年6月11日");
        assertThat(member.opens("/conferences/" + meeting).text())
                .contains(number, "氏名・連絡先、健康・障害、アセスメント、プラン")
                .doesNotContain("秘田");
        String text = read(office.logsIn("kaigi1"), paper);
        assertThat(text)
                .contains("秘田 守", SECRET_HEALTH)
                .doesNotContain(SECRET_FAMILY)
                .contains("（提供の同意の範囲外）");
        read(member, paper);
        assertThat(told(number)).containsExactly("provider 支援の会　構成 医療");

        // a body outside the consent, a member of no meeting, a case of no meeting
        Session school = office.logsIn("kaigi2");
        assertThat(school.opens("/conferences/" + meeting).text())
                .contains("（提供の同意の範囲外）")
                .doesNotContain("（PDF");
        assertThat(school.opens(paper).status()).isEqualTo(400);
        assertThat(school.opens(paper).text()).contains("提供の同意の範囲外です");
        Session stranger = office.logsIn("kaigi3");
        for (String path : List.of("/conferences/" + meeting, paper, "/conferences/" + UUID.randomUUID())) {
            assertThat(stranger.opens(path).status()).as(path).isEqualTo(403);
        }
        for (String path : List.of(
                "/conferences/" + meeting + "/papers/" + elsewhere + "/02-assessment",
                "/cases/" + number + "/disclosures",
                "/cases/" + number,
                "/notices")) {
            assertThat(member.opens(path).status()).as(path).isGreaterThanOrEqualTo(400);
        }
        for (String path : List.of("/papers/02-assessment", "/events/personDied")) {
            assertThat(office.as("kaigi1")
                            .call("GET", "/api/cases/" + number + path, null)
                            .status())
                    .as(path)
                    .isBetween(400, 499);
        }
        assertThat(office.as("kaigi1").steps(number)).isEmpty();
        assertThat(member.posts("/conferences/" + meeting + "/day", Map.of("on", "2026-07-01", "time", "", "place", ""))
                        .status())
                .isEqualTo(403);

        // between convening and meeting the person withdraws: no paper any more, and exactly the one receiver is told
        office.as("saeki")
                .reports(
                        number,
                        "consentWithdrawn",
                        of("consentWithdrawnOn", Office.today().toString(), "withdrawalManner", "oral"));
        assertThat(member.opens(paper).text()).contains("提供の同意の範囲外です");
        assertThat(office.logsIn("manabe").opens("/conferences/" + meeting).text())
                .doesNotContain("印刷（提供を記録）");
        var rows = office.as("saeki")
                .open(office.as("saeki")
                        .task(number, "informAgencies")
                        .path("id")
                        .asText())
                .path("data")
                .path("informedReceivers");
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).path("receiver").asText()).contains("支援の会");
        Map<String, Object> informed =
                of("informedOn", Office.today().toString(), "planAffected", "none", "informNote", "電話で伝えた。");
        assertThat(office.as("saeki").tries(number, "informAgencies", informed).ok())
                .isFalse();
        office.as("saeki")
                .does(
                        number,
                        "informAgencies",
                        with(
                                informed,
                                "informedReceivers",
                                List.of(of(
                                        "receiver",
                                        rows.get(0).path("receiver").asText(),
                                        "toldBefore",
                                        rows.get(0).path("toldBefore").asText(),
                                        "toldToStopOn",
                                        Office.today().toString()))));
        office.on("2026-06-20");
        assertThat(office.logsIn("kaigi1").opens("/conferences/" + meeting).status())
                .isEqualTo(403);
    }

    /** E-conf: given back twice, 主任 and the ward's officer talk before it comes again. */
    @Test
    void afterTheSecondReturnTheWardIsTalkedTo() {
        office.on("2026-06-01");
        String number = ready("再検 討", Answers.application());
        for (int i = 0; i < 2; i++) {
            office.as("manabe").does(number, "convenePlanConference", Answers.meetingOn(Office.today()));
            office.as("manabe")
                    .does(
                            number,
                            "recordPlanConference",
                            with(Answers.conference("returned"), "conferenceReturnReason", "頻度を見直す。"));
            plan(number);
        }
        Answer refused = office.as("manabe").tries(number, "convenePlanConference", Answers.meetingOn(Office.today()));
        assertThat(refused.text()).contains("wardTalkOn", "wardTalkNote");
        office.as("manabe")
                .does(
                        number,
                        "convenePlanConference",
                        with(
                                Answers.meetingOn(Office.today()),
                                "wardTalkOn",
                                Office.today().toString(),
                                "wardTalkWith",
                                "宇田",
                                "wardTalkNote",
                                "頻度を週1回にする。"));
        assertThat(office.logsIn("manabe")
                        .opens("/conferences/" + meetingOf(number))
                        .text())
                .contains("再検討");
    }

    // --- what people do

    private String ready(String name, Map<String, Object> application) {
        String number = office.as("saeki").receives(Answers.named(name, "かいぎ", "1985-03-05"));
        office.as("saeki").does(number, "decideTriage", Answers.triage("continueSupport"));
        office.as("saeki").does(number, "obtainApplicationAndConsent", application);
        office.as("saeki")
                .does(
                        number,
                        "assess",
                        with(Answers.assessment(), "medicalNote", SECRET_HEALTH, "familySituation", SECRET_FAMILY));
        office.as("saeki").does(number, "screen", Answers.screening("plan"));
        office.as("manabe").does(number, "confirmScreening", Answers.confirmation());
        plan(number);
        return number;
    }

    private void plan(String number) {
        office.as("saeki").does(number, "draftPlan", Answers.plan(item("informal", "例町の会", 6, false)));
        office.as("saeki").does(number, "obtainPlanAgreement", Answers.agreement());
    }

    private String convened(String number, String day) {
        office.as("manabe").does(number, "convenePlanConference", Answers.meetingOn(LocalDate.parse(day)));
        return meetingOf(number);
    }

    private void joins(String number, String meeting) {
        office.as("manabe")
                .does(
                        number,
                        "convenePlanConference",
                        of("conferenceChoice", meeting, "conferenceInvitees", List.of("chief")));
    }

    private static void invites(
            Session chief, String meeting, String kind, String body, String organization, String name, String account) {
        Answer answer = chief.posts(
                "/conferences/" + meeting + "/attendees",
                Map.of(
                        "kind", kind,
                        "body", body,
                        "organization", organization,
                        "name", name,
                        "account", account,
                        "confidentiality", "on"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void came(Session chief, String meeting, Map<String, String> answers) {
        Map<String, String> form = new HashMap<>();
        answers.forEach((name, answer) -> form.put(
                "came-"
                        + database.sql(
                                        "select id::text from conference_attendee where conference_id = ?::uuid and name = ?")
                                .params(meeting, name)
                                .query(String.class)
                                .single(),
                answer));
        assertThat(chief.posts("/conferences/" + meeting + "/presence", form).status())
                .isEqualTo(200);
    }

    private String meetingOf(String number) {
        return database.sql("""
                        select i.conference_id::text from conference_item i join support_case c on c.id = i.case_id
                        where c.case_number = ? order by i.result is null desc limit 1
                        """).param(number).query(String.class).single();
    }

    private String meetingOn(String day) {
        return database.sql("select id::text from conference where held_on = ?::date and format = 'adHoc'")
                .param(day)
                .query(String.class)
                .single();
    }

    private String itemOf(String number) {
        return database.sql("""
                        select i.id::text from conference_item i join support_case c on c.id = i.case_id
                        where c.case_number = ?
                        """).param(number).query(String.class).single();
    }

    private static String read(Session reader, String paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(reader.downloads(paper).body())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private List<String> told(String number) {
        return opened.ask(
                files -> files.sql("""
                        select d.body || ' ' || d.receiver from disclosure d join support_case c on c.id = d.case_id
                        where c.case_number = ?
                        """).param(number).query(String.class).list());
    }
}
