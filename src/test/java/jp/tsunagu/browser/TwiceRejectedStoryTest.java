package jp.tsunagu.browser;

import static jp.tsunagu.story.Answers.item;
import static jp.tsunagu.story.Answers.of;
import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.procedure.PackagedForms;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.TsunaguTest;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** C06 in a real browser, through Tasklist, by six people: rejected twice, then decided. */
@TsunaguTest
@TestPropertySource(properties = "tsunagu.test=browser")
class TwiceRejectedStoryTest {

    private static final String PREPARATION = "employmentPreparationSupport";
    private static final String NAME = "創田 美緒";

    private static final Map<String, String> TITLES = PackagedForms.taskTitles();

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private ManagementService management;

    private final Map<String, Desk> desks = new HashMap<>();
    private String number;

    @BeforeAll
    static void start() {
        chromium = Chromium.orSkip();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void leave() {
        desks.values().forEach(Desk::close);
        Office.stopClock();
    }

    private Desk at(String account) {
        return desks.computeIfAbsent(
                account,
                name -> new Desk(chromium.browser(), "http://localhost:" + port, name, PackagedForms.byKey()));
    }

    private void does(String account, String step, Map<String, Object> answers) {
        at(account).does(step, answers, TITLES.get(step), number);
    }

    @Test
    void sixPeopleBringOnePlanToItsDecision() {
        Office office = new Office(port, management);
        office.on("2026-05-11");
        at("saeki").receives(Answers.named(NAME, "そうだ みお", "1985-03-05"));
        number = at("saeki").caseNumber(NAME);
        does("saeki", "decideTriage", Answers.triage("continueSupport"));
        does("saeki", "obtainApplicationAndConsent", with(Answers.application(), "employmentWished", true));
        does("saeki", "assess", with(Answers.assessment(), "employmentWished", true));
        does("kobayakawa", "assessEmployment", Answers.employmentHearing());
        does("saeki", "screen", Answers.screening("plan"));
        does("manabe", "confirmScreening", Answers.confirmation());
        agreedAndSubmitted(12);
        rejected("世帯の収入の証拠書類が不足しています。");
        does("manabe", "acknowledgeRejection", of("rejectionRead", true));
        rechecked();
        does(
                "manabe",
                "reviseAndResubmit",
                of("rejectionOutcome", "resubmitUnchanged", "revisionSummary", "収入の証拠書類を追加した。", "unchangedAttested", true));
        rejected("期間12か月は、現状に合いません。");
        does("manabe", "acknowledgeRejection", of("rejectionRead", true));
        does(
                "manabe",
                "holdRejectionMeeting",
                of("wardOfficerName", "宇田", "chiefName", "真鍋", "agreedPoints", "6か月にする"));
        rechecked();
        does(
                "manabe",
                "reviseAndResubmit",
                of("rejectionOutcome", "contentChanged", "revisionSummary", "6か月にする。"));
        agreedAndSubmitted(6);
        does("uda", "checkPlan", Answers.suitable(PREPARATION));
        does("otsuki", "approveAsSubsectionChief", Answers.approval());
        does("kaji", "decidePlan", Answers.decision("decided"));
        does("uda", "sendSupportNotice", of("noticeManner", "mail", "noticeSentOn", Office.today().toString()));

        desks.values().forEach(desk -> assertThat(desk.faults()).isEmpty());
        assertThat(desks).hasSize(6);
    }

    private void agreedAndSubmitted(int months) {
        does("saeki", "draftPlan", Answers.plan(item(PREPARATION, "就労準備センター", months, true)));
        does(
                "kobayakawa",
                "draftEmploymentPart",
                of("employmentItems", List.of(item("selfRelianceEmploymentSupport", "支援センター", months, false))));
        does("saeki", "obtainPlanAgreement", Answers.agreement());
        does("manabe", "convenePlanConference", Answers.meetingOn(Office.today()));
        does("manabe", "recordPlanConference", Answers.conference("approved"));
        does("manabe", "submitPlan", Answers.submission());
    }

    private void rejected(String reason) {
        does("uda", "checkPlan", Answers.unsuitable(PREPARATION));
        does("uda", "writeRejectionReason", Answers.reason(reason));
        does("otsuki", "approveAsSubsectionChief", Answers.approval());
        does("kaji", "decidePlan", Answers.decision("rejected"));
    }

    private void rechecked() {
        does(
                "manabe",
                "recheckWithPerson",
                of("personRecheckResult", "本人の意向は変わらない", "record", Answers.record("homeVisit")));
        does(
                "manabe",
                "recheckWithAgencies",
                of("agencyRechecks", List.of(Answers.recheckedAgency("就労準備センター"), Answers.recheckedAgency("支援センター"))));
    }
}
