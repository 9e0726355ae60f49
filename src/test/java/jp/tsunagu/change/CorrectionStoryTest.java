package jp.tsunagu.change;

import static jp.tsunagu.story.Answers.of;
import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.LongCase;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 主任 takes a wrong step back while nothing has left the house; afterwards the page says what can be done instead. */
class CorrectionStoryTest extends OfficeStory {

    private static final String REASON = "隣の窓口の人の聞き取りを入れてしまったため。";

    @Autowired
    JdbcClient database;

    private ChiefsDesk manabe;
    private String number;

    @BeforeEach
    void received() {
        office.on("2026-06-01");
        manabe = new ChiefsDesk(office, "manabe");
        number = office.as("saeki").receives(Answers.named("梶原 直", "かじわら なお", "1985-03-05"));
    }

    private void triage() {
        office.as("saeki").does(number, "decideTriage", Answers.triage("continueSupport"));
    }

    /** The last document of the case, as somebody knows it who never opened the page. */
    private String lastDocument() {
        return database.sql("select d.id::text from form_document d join support_case c on c.id = d.case_id "
                        + "where c.case_number = ? order by d.case_version desc limit 1")
                .param(number)
                .query(String.class)
                .single();
    }

    private void standsBecause(String reason) {
        assertThat(manabe.opens(number).text()).contains("この手順は、戻せません", reason, "代わりにできること", "支援経過記録に書く");
        Answer forced = manabe.tries(number, lastDocument(), REASON);
        assertThat(forced.status()).isEqualTo(400);
        assertThat(forced.text()).contains(reason);
    }

    @Test
    void goesBackWithWhatWasTypedAndTellsWhy() {
        triage();
        String wrong = lastDocument();
        assertThat(manabe.opens(number).text()).contains("「申込みと同意を受ける」", "「振り分けを決める」", "元の期限", "第1版として残り");
        assertThat(new ChiefsDesk(office, "saeki").opens(number).text())
                .contains("戻せるのは主任です")
                .doesNotContain("name=\"reason\"");
        assertThat(new ChiefsDesk(office, "saeki").tries(number, wrong, REASON).status())
                .isEqualTo(403);
        assertThat(new ChiefsDesk(office, "aoki").opens(number).status()).isEqualTo(403);
        Answer blank = manabe.tries(number, wrong, "　");
        assertThat(blank.status()).isEqualTo(400);
        assertThat(blank.text()).contains("訂正の理由を");

        assertThat(manabe.tries(number, wrong, REASON).text()).contains("手順を戻しました", REASON, "佐伯", "第1版 取り消し");
        JsonNode again = office.as("saeki").task(number, "decideTriage");
        assertThat(office.as("saeki").steps(number)).containsExactly("decideTriage");
        assertThat(again.path("assignee").asText()).isEqualTo("saeki");
        String draft = "/api/drafts/task/" + again.path("id").asText();
        assertThat(office.as("saeki").get(draft).path("triageReason").asText()).isEqualTo("聞き取りから。");
        assertThat(office.as("aoki").call("GET", draft, null).ok()).isFalse();
        assertThat(office.as("saeki")
                        .open(again.path("id").asText())
                        .path("data")
                        .path("triageReason")
                        .asText(""))
                .isEmpty();
        assertThat(new ChiefsDesk(office, "saeki").opens(number).text()).contains(REASON);

        assertThat(manabe.tries(number, wrong, REASON).text()).contains("この間に、ケースが進みました");
        standsBecause("相談受付は、取り消せません");
        triage();
        assertThat(database.sql(
                                "select array_agg(d.version order by d.version)::text from form_document d"
                                        + " join support_case c on c.id = d.case_id where c.case_number = ? and d.step = 'decideTriage'")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("{1,2}");
        assertThat(database.sql(
                                "select count(*) from access_record where case_number = ? and action = '訂正' and user_id = 'manabe'")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThatThrownBy(() -> database.sql("delete from step_taken_back").update())
                .isInstanceOf(DataAccessException.class);
    }

    /** I-01: whoever is on the way to the welfare office is not called back by a click. */
    @Test
    void aHandoverIsNeverTakenBack() {
        office.as("saeki")
                .does(number, "decideTriage", with(Answers.triage("continueSupport"), "welfareIntent", "yes"));
        standsBecause("福祉事務所へのつなぎが始まっています");
        assertThat(office.as("saeki").steps(number)).contains("handOverToWelfareOffice");

        office.as("saeki").does(number, "handOverToWelfareOffice", Answers.handover());
        office.as("saeki").does(number, "obtainApplicationAndConsent", Answers.application());
        office.as("yuasa").does(number, "confirmReceipt", Answers.receipt("2026-06-01T09:00"));
        standsBecause("福祉事務所へのつなぎが始まっています");
    }

    @Test
    void emergencySupportThatBeganStands() {
        triage();
        office.as("saeki")
                .reports(
                        number,
                        "emergencyNeeded",
                        of(
                                "urgencyKinds",
                                List.of("food"),
                                "urgencyNote",
                                "食べるものがない。",
                                "emergencyFoundOn",
                                "2026-06-01"));
        standsBecause("「緊急の支援が必要になった」が記録されています");
    }

    @Test
    void whatThePersonSignedAndReceivedStands() {
        number = new LongCase(office).toTheSupport("2026-06-01", "梶原 渡", "かじわら わたる");
        assertThat(manabe.takesBack(number)).isTrue();
        standsBecause("決まったプランを、本人に渡しています");
        assertThat(manabe.opens(number).text())
                .contains("評価を早める", "プランを変更する", "/cases/" + number + "/events/planChangeNeeded", "生活保護が必要になった");

        number = new LongCase(office).toTheWard("2026-06-01", "梶原 送", "かじわら おくる");
        assertThat(manabe.takesBack(number)).isTrue();
        assertThat(office.as("uda").steps(number)).doesNotContain("checkPlan");
        standsBecause("支援調整会議で決まったこと");
        office.as("manabe").does(number, "submitPlan", Answers.submission());
        office.as("uda").does(number, "checkPlan", Answers.suitable("employmentPreparationSupport"));
        standsBecause("区担当に連絡し");
    }

    /** Whoever did what is checked does not undo the check, also as 主任. */
    @Test
    void theOtherSideOfACheckDoesNotUndoIt() {
        triage();
        office.as("saeki").does(number, "obtainApplicationAndConsent", Answers.application());
        office.as("saeki").does(number, "assess", Answers.assessment());
        office.as("saeki").does(number, "screen", Answers.screening("plan"));
        office.as("manabe").does(number, "confirmScreening", Answers.confirmation());
        String membership = "/engine-rest/group/chief-consultation-supporter/members/saeki";
        assertThat(office.as("admin").call("PUT", membership, "").ok()).isTrue();
        try {
            ChiefsDesk saeki = new ChiefsDesk(office, "saeki");
            assertThat(saeki.opens(number).text()).contains("確認される側の作業をした人は");
            assertThat(saeki.tries(number, lastDocument(), REASON).status()).isEqualTo(400);
        } finally {
            assertThat(office.as("admin").call("DELETE", membership, null).ok()).isTrue();
        }
        assertThat(manabe.takesBack(number)).isTrue();
        assertThat(office.as("manabe").steps(number)).containsExactly("confirmScreening");
    }

    /** What a date brought meanwhile has nothing to do with the step, and is left alone. */
    @Test
    void whatATimerBroughtStays() {
        triage();
        office.as("saeki")
                .does(number, "obtainApplicationAndConsent", with(Answers.application(), "employmentWished", true));
        office.as("saeki").does(number, "assess", with(Answers.assessment(), "employmentWished", true));
        office.as("kobayakawa")
                .does(number, "assessEmployment", with(Answers.employmentHearing(), "employmentSupportNow", true));
        office.as("saeki").does(number, "screen", Answers.screening("plan"));
        office.as("manabe").does(number, "confirmScreening", Answers.confirmation());
        office.as("saeki")
                .does(
                        number,
                        "draftPlan",
                        Answers.plan(Answers.item("employmentPreparationSupport", "就労準備センター", 6, true)));
        office.as("kobayakawa").does(number, "draftEmploymentPart", of("employmentItems", List.of()));
        office.as("saeki").does(number, "obtainPlanAgreement", Answers.agreement());
        office.as("manabe").does(number, "convenePlanConference", Answers.meetingOn(Office.today()));
        office.as("manabe").does(number, "recordPlanConference", Answers.conference("approved"));
        office.as("manabe").does(number, "submitPlan", Answers.submission());
        office.as("kobayakawa")
                .does(number, "provideEmploymentSupport", with(Answers.employed(), "employmentResult", "ongoing"));
        office.on("2026-08-31");
        List<String> open = office.as("manabe").steps(number);
        assertThat(open).contains("explainDelay", "provideEmploymentSupport");
        assertThat(manabe.takesBack(number)).isTrue();
        assertThat(office.as("manabe").steps(number)).containsExactlyInAnyOrderElementsOf(open);
        // but what came of the step itself goes with it: a plan that was never submitted keeps nobody waiting
        assertThat(manabe.takesBack(number)).isTrue();
        assertThat(office.as("manabe").steps(number))
                .contains("submitPlan")
                .doesNotContain("explainDelay", "checkPlan");
    }

    /** Pressed twice, or by two at once, it is done once. */
    @Test
    void twoAtOnceAreOne() {
        triage();
        office.as("saeki").does(number, "obtainApplicationAndConsent", Answers.application());
        String wrong = manabe.offered(number).orElseThrow();
        List<ChiefsDesk> desks = IntStream.range(0, 4)
                .mapToObj(i -> new ChiefsDesk(office, "manabe"))
                .toList();
        List<CompletableFuture<Answer>> answers = desks.stream()
                .map(desk -> CompletableFuture.supplyAsync(() -> desk.tries(number, wrong, REASON)))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join).map(Answer::status))
                .containsExactlyInAnyOrder(200, 400, 400, 400);
        assertThat(office.as("saeki").steps(number)).containsExactly("obtainApplicationAndConsent");
    }

    /** A case that was over before the way back was built, or whose number was guessed, is answered in words. */
    @Test
    void whatIsOverIsOver() {
        office.as("saeki").does(number, "decideTriage", information());
        standsBecause("このケースの手続は終わっています");
        assertThat(manabe.opens("R8-99999").status()).isEqualTo(403);
        assertThat(manabe.page("/cases/x'y/corrections").status()).isEqualTo(403);
    }

    private static Map<String, Object> information() {
        return of(
                "residence",
                "inWard",
                "welfareIntent",
                "no",
                "placeTonight",
                "has",
                "medicalUrgency",
                "no",
                "incomeBelowMinimum",
                "above",
                "welfareNeedByStaff",
                "asTable",
                "triageResult",
                "informationOnly",
                "informationGiven",
                "手当の窓口",
                "triageReason",
                "手当の窓口を伝えた。",
                "triageDecidedOn",
                Office.today().toString());
    }
}
