package jp.tsunagu.story;

import static jp.tsunagu.story.Answers.item;
import static jp.tsunagu.story.Answers.of;
import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.tsunagu.story.Office.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases told step by step, with their dates, and with what must fail in them. */
class SeedCasesTest extends OfficeStory {

    private static final String PREPARATION = "employmentPreparationSupport";
    private static final String HOUSEHOLD = "householdImprovementSupport";

    @Autowired
    private JdbcClient database;

    /** C03 情報提供のみ: an anonymous call is enough; nothing is forced out of anybody. */
    @Test
    void informationOnly() {
        office.on("2026-04-22");
        Map<String, Object> call = of(
                "receivedOn",
                "2026-04-22",
                "contactRoute",
                "selfPhone",
                "contactMade",
                true,
                "urgent",
                false,
                "record",
                of("method", "phoneIn", "facts", "国保の分割と無料法律相談を案内", "nextDate", "2026-04-22"));
        String number = office.as("saeki").receives(call);
        office.as("saeki").does(number, "decideTriage", Answers.information("国保の窓口、法テラス"));

        assertThat(office.as("manabe").steps(number)).isEmpty();
        assertThat(count(
                        "select count(*) from person p join support_case c on c.person_id = p.id "
                                + "where c.case_number = ? and p.name is null and c.status = 'CLOSED'",
                        number))
                .isEqualTo(1);
        assertThat(count(
                        "select count(*) from progress_record r join support_case c on c.id = r.case_id "
                                + "where c.case_number = ? and r.method = 'phoneIn'",
                        number))
                .isEqualTo(1);
        assertThat(count(
                        "select count(*) from consent s join support_case c on c.id = s.case_id where c.case_number = ?",
                        number))
                .isZero();
    }

    /** C06 就労準備支援: rejected twice, then decided; no short cut on the way. */
    @Test
    void rejectedTwiceThenDecided() {
        office.on("2026-05-11");
        String number = office.as("saeki").receives(Answers.named("創田 美緒", "そうだ みお", "1985-03-05"));
        office.as("saeki").does(number, "decideTriage", Answers.triage("continueSupport"));
        office.as("saeki")
                .does(number, "obtainApplicationAndConsent", with(Answers.application(), "employmentWished", true));
        office.on("2026-05-25");
        office.as("saeki").does(number, "assess", with(Answers.assessment(), "employmentWished", true));
        office.as("kobayakawa").does(number, "assessEmployment", Answers.employmentHearing());
        office.on("2026-06-08");
        office.as("saeki").does(number, "screen", Answers.screening("plan"));
        office.as("manabe").does(number, "confirmScreening", Answers.confirmation());
        office.on("2026-06-22");
        Map<String, Object> v1 =
                Answers.plan(item(PREPARATION, "就労準備センター", 12, true), item(HOUSEHOLD, "家計相談室", 12, true));
        office.as("saeki").does(number, "draftPlan", v1);
        office.as("kobayakawa").does(number, "draftEmploymentPart", of("employmentItems", List.of()));
        office.on("2026-06-24");
        office.as("saeki").does(number, "obtainPlanAgreement", Answers.agreement());
        office.as("manabe").does(number, "convenePlanConference", Answers.meetingOn(LocalDate.of(2026, 6, 30)));
        assertThat(office.as("manabe").due(number, "recordPlanConference")).isEqualTo("2026-07-01");
        office.on("2026-06-30");
        office.as("manabe").does(number, "recordPlanConference", Answers.conference("approved"));
        office.on("2026-07-03");
        office.as("manabe").does(number, "submitPlan", Answers.submission());

        // first rejection, 07-09, read 07-10 (limit: one working day)
        office.on("2026-07-08");
        reject(number, "2026-07-09", "世帯の収入の証拠書類が不足しています。");
        assertThat(office.as("manabe").due(number, "acknowledgeRejection")).isEqualTo("2026-07-10");
        office.on("2026-07-10");
        office.as("manabe").does(number, "acknowledgeRejection", of("rejectionRead", true));
        mustFail(office.as("manabe").steps(number).contains("reviseAndResubmit"), "resubmission before the re-checks");
        office.on("2026-07-13");
        office.as("manabe").does(number, "recheckWithPerson", recheckPerson("homeVisit"));
        mustFail(office.as("manabe").steps(number).contains("reviseAndResubmit"), "resubmission before all re-checks");
        office.on("2026-07-14");
        Answer oneMissing = office.as("manabe")
                .tries(
                        number,
                        "recheckWithAgencies",
                        of("agencyRechecks", List.of(Answers.recheckedAgency("就労準備センター"))));
        assertThat(oneMissing.status()).isEqualTo(400);
        assertThat(oneMissing.reasons()).anyMatch(reason -> reason.contains("家計相談室"));
        office.as("manabe").does(number, "recheckWithAgencies", recheckAgencies());
        office.on("2026-07-17");
        office.as("manabe")
                .does(
                        number,
                        "reviseAndResubmit",
                        of(
                                "rejectionOutcome", "resubmitUnchanged",
                                "revisionSummary", "収入の証拠書類を追加した。",
                                "unchangedAttested", true));

        // second rejection, 07-30: a meeting, both re-checks, new content
        office.on("2026-07-29");
        reject(number, "2026-07-30", "期間12か月・週5日は、現状に合いません。");
        office.on("2026-07-31");
        office.as("manabe").does(number, "acknowledgeRejection", of("rejectionRead", true));
        assertThat(office.as("manabe").steps(number)).containsExactly("holdRejectionMeeting");
        office.on("2026-08-06");
        office.as("manabe")
                .does(
                        number,
                        "holdRejectionMeeting",
                        of("wardOfficerName", "宇田", "chiefName", "真鍋", "agreedPoints", "6か月・週2日"));
        office.as("manabe").does(number, "recheckWithPerson", recheckPerson("visitInPerson"));
        office.as("manabe").does(number, "recheckWithAgencies", recheckAgencies());
        office.as("manabe")
                .does(
                        number,
                        "reviseAndResubmit",
                        of("rejectionOutcome", "contentChanged", "revisionSummary", "6か月・週2日にする。"));
        assertThat(office.as("saeki").steps(number)).contains("draftPlan");

        office.on("2026-08-18");
        Map<String, Object> v3 = Answers.plan(
                with(item(PREPARATION, "就労準備センター", 6, true), "from", "2026-09-04", "to", "2027-03-03"),
                with(item(HOUSEHOLD, "家計相談室", 6, true), "from", "2026-09-04", "to", "2027-03-03"));
        office.as("saeki").does(number, "draftPlan", v3);
        office.as("kobayakawa").does(number, "draftEmploymentPart", of("employmentItems", List.of()));
        mustFail(office.as("manabe").steps(number).contains("convenePlanConference"), "v1's signature used for v3");
        office.on("2026-08-20");
        office.as("saeki").does(number, "obtainPlanAgreement", Answers.agreement());
        mustFail(office.as("manabe").steps(number).contains("submitPlan"), "changed content without a conference");
        office.as("manabe").does(number, "convenePlanConference", Answers.meetingOn(LocalDate.of(2026, 8, 27)));
        office.on("2026-08-27");
        office.as("manabe").does(number, "recordPlanConference", Answers.conference("approved"));
        office.as("manabe").does(number, "submitPlan", Answers.submission());
        office.on("2026-09-04");
        assertThat(office.as("saeki").task(number, "draftPlan"))
                .as("editing after submission")
                .isNull();
        decide(number);

        // one act: plan decision and support decision together, one notice, due in three working days
        assertThat(office.as("uda").due(number, "sendSupportNotice")).isEqualTo("2026-09-09");
        assertThat(noticesOf(number, "SUPPORT_DECISION")).isEqualTo(1);
        assertThat(noticesOf(number, "REJECTION")).isEqualTo(2);
        assertThat(count(
                        "select count(*) from plan p join support_case c on c.id = p.case_id where c.case_number = ?",
                        number))
                .as("plans")
                .isEqualTo(1);
        assertThat(count(
                        "select count(*) from plan_version v join plan p on p.id = v.plan_id join support_case c on c.id = p.case_id where c.case_number = ?",
                        number))
                .as("versions: v1, v2 of the same content, v3")
                .isEqualTo(3);
        assertThat(count(
                        "select count(*) from support_decision s join plan_decision d on d.id = s.plan_decision_id "
                                + "join plan_version v on v.id = d.plan_version_id join plan p on p.id = v.plan_id "
                                + "join support_case c on c.id = p.case_id where c.case_number = ?",
                        number))
                .as("services decided on")
                .isEqualTo(2);
        provedSame(number);
        office.on("2026-09-09");
        office.as("uda").does(number, "sendSupportNotice", of("noticeManner", "mail", "noticeSentOn", "2026-09-09"));
        office.as("saeki").does(number, "deliverPlan", of("deliveryManner", "inPerson", "deliveredOn", "2026-09-09"));

        // the evaluation of 12-04 is prepared from 30 days before, and not earlier
        office.on("2026-11-03");
        assertThat(office.as("saeki").steps(number)).contains("monitorSupport");
        office.on("2026-11-04");
        assertThat(office.as("saeki").steps(number))
                .contains("prepareEvaluation")
                .doesNotContain("monitorSupport");
    }

    /** I-04: agreed, approved, submitted and decided content carry the same hash. */
    private void provedSame(String number) {
        List<String> hashes =
                database.sql("""
                        select distinct h from (
                          select d.content_hash h from plan_decision d join plan_version v on v.id = d.plan_version_id
                            join plan p on p.id = v.plan_id join support_case c on c.id = p.case_id where c.case_number = :n
                          union all
                          select a.content_hash from plan_act a join plan_version v on v.id = a.plan_version_id
                            join plan_decision d on d.plan_version_id = v.id
                            join plan p on p.id = v.plan_id join support_case c on c.id = p.case_id where c.case_number = :n
                        ) all_hashes
                        """).param("n", number).query(String.class).list();
        assertThat(hashes).hasSize(1);
    }

    private void reject(String number, String decidedOn, String reason) {
        office.as("uda").does(number, "checkPlan", Answers.unsuitable());
        office.as("uda").does(number, "writeRejectionReason", Answers.reason(reason));
        office.as("otsuki").does(number, "approveAsSubsectionChief", Answers.approval());
        office.on(decidedOn);
        office.as("kaji").does(number, "decidePlan", Answers.decision("rejected"));
    }

    private void decide(String number) {
        office.as("uda").does(number, "checkPlan", Answers.suitable(PREPARATION, HOUSEHOLD));
        office.as("otsuki").does(number, "approveAsSubsectionChief", Answers.approval());
        office.as("kaji").does(number, "decidePlan", Answers.decision("decided"));
    }

    private static Map<String, Object> recheckPerson(String method) {
        return of("personRecheckResult", "本人の意向は変わらない", "record", Answers.record(method));
    }

    private static Map<String, Object> recheckAgencies() {
        return of("agencyRechecks", List.of(Answers.recheckedAgency("就労準備センター"), Answers.recheckedAgency("家計相談室")));
    }

    /** C07: a plan without decision services is decided all the same, and no 第6号様式 exists for it. */
    @Test
    void planWithoutDecisionServices() {
        office.on("2026-04-10");
        String number = office.as("saeki").receives(Answers.named("例沢 健", "れいさわ けん", "1968-01-20"));
        toPlan(number);
        office.on("2026-04-14");
        office.as("saeki")
                .does(
                        number,
                        "draftPlan",
                        Answers.plan(
                                item("otherPublic", "法テラス", 12, false),
                                item("welfareLoan", "社会福祉協議会", 12, false),
                                item("informal", "民生委員", 12, false)));
        office.on("2026-04-15");
        office.as("saeki").does(number, "obtainPlanAgreement", Answers.agreement());
        office.as("manabe").does(number, "convenePlanConference", Answers.meetingOn(LocalDate.of(2026, 4, 20)));
        office.on("2026-04-20");
        office.as("manabe").does(number, "recordPlanConference", Answers.conference("approved"));
        office.as("manabe").does(number, "submitPlan", Answers.submission());
        office.on("2026-04-22");
        office.as("uda").does(number, "checkPlan", Answers.suitable());
        office.as("otsuki").does(number, "approveAsSubsectionChief", Answers.approval());
        office.as("kaji").does(number, "decidePlan", Answers.decision("decided"));

        assertThat(office.as("uda").steps(number)).isEmpty();
        assertThat(noticesOf(number, "SUPPORT_DECISION")).isZero();
        assertThat(database.sql(
                                "select d.decision_type from plan_decision d join plan_version v on v.id = d.plan_version_id "
                                        + "join plan p on p.id = v.plan_id join support_case c on c.id = p.case_id where c.case_number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("planOnly");
        office.on("2026-04-24");
        office.as("saeki").does(number, "deliverPlan", of("deliveryManner", "inPerson"));
        assertThat(office.as("saeki").steps(number)).containsExactly("monitorSupport");
        office.on("2026-06-21");
        assertThat(office.as("saeki").steps(number)).as("30 days before 07-22").containsExactly("monitorSupport");
        office.on("2026-06-22");
        assertThat(office.as("saeki").steps(number)).containsExactly("prepareEvaluation");
    }

    /** C09 終結 and follow-up at 1, 3 and 6 months; 2027-03-22 is a holiday. */
    @Test
    void closingAndFollowUp() {
        office.on("2026-09-01");
        String number = office.as("saeki").receives(Answers.named("虚井 直", "うろい なお", "1981-06-01"));
        toPlan(number);
        office.as("saeki").does(number, "draftPlan", Answers.plan(item("otherPublic", "法テラス", 12, false)));
        office.as("saeki").does(number, "obtainPlanAgreement", Answers.agreement());
        office.as("manabe").does(number, "convenePlanConference", Answers.meetingOn(LocalDate.of(2026, 9, 1)));
        office.as("manabe").does(number, "recordPlanConference", Answers.conference("approved"));
        office.as("manabe").does(number, "submitPlan", Answers.submission());
        office.as("uda").does(number, "checkPlan", Answers.suitable());
        office.as("otsuki").does(number, "approveAsSubsectionChief", Answers.approval());
        office.as("kaji").does(number, "decidePlan", Answers.decision("decided"));
        office.on("2026-12-15");
        office.as("saeki")
                .does(
                        number,
                        "prepareEvaluation",
                        with(
                                Answers.evaluationSheet(),
                                "employmentGain",
                                "regular",
                                "employmentGainFrom",
                                "2026-10-01"));
        office.as("manabe").does(number, "conveneEvaluationConference", Answers.meetingOn(LocalDate.of(2026, 12, 22)));
        office.on("2026-12-22");
        office.as("manabe").does(number, "recordEvaluationConference", Answers.evaluation("closure"));

        Answer copyNotHandedOver =
                office.as("manabe").tries(number, "closeCase", Answers.closing("resolved", true, 1, 3, 6));
        assertThat(copyNotHandedOver.status()).isEqualTo(400);
        assertThat(copyNotHandedOver.reasons()).anyMatch(reason -> reason.contains("プランの写し"));
        office.as("saeki").does(number, "deliverPlan", of("deliveryManner", "inPerson"));

        Map<String, Object> noAnswer = Answers.closing("resolved", true, 1, 3, 6);
        noAnswer.remove("followUpNeeded");
        Answer unanswered = office.as("manabe").tries(number, "closeCase", noAnswer);
        assertThat(unanswered.reasons()).anyMatch(reason -> reason.startsWith("followUpNeeded"));
        office.as("manabe").does(number, "closeCase", Answers.closing("resolved", true, 1, 3, 6));

        office.on("2027-01-21");
        assertThat(office.as("saeki").steps(number)).isEmpty();
        office.on("2027-01-22");
        followUp(number, "残業が多く疲れている。助言した。", true);
        office.on("2027-03-22");
        assertThat(office.as("saeki").steps(number)).as("a holiday").isEmpty();
        office.on("2027-03-23");
        followUp(number, "元気。", true);
        office.on("2027-06-22");
        followUp(number, "元気。", false);
        assertThat(office.as("manabe").steps(number)).isEmpty();
        assertThat(count(
                        "select count(*) from progress_record r join support_case c on c.id = r.case_id "
                                + "where c.case_number = ? and r.step = 'followUp'",
                        number))
                .isEqualTo(3);
    }

    private void followUp(String number, String facts, boolean next) {
        office.as("saeki")
                .does(
                        number,
                        "followUp",
                        of("record", with(Answers.record("phoneOut"), "facts", facts), "followUpNeeded", next));
    }

    private void toPlan(String number) {
        office.as("saeki").does(number, "decideTriage", Answers.triage("continueSupport"));
        office.as("saeki").does(number, "obtainApplicationAndConsent", Answers.application());
        office.as("saeki").does(number, "assess", Answers.assessment());
        office.as("saeki").does(number, "screen", Answers.screening("plan"));
        office.as("manabe").does(number, "confirmScreening", Answers.confirmation());
    }

    /** Who has to do a step again reads why, as long as the answer stands. */
    @Test
    void whatComesBackSaysWhy() {
        office.on("2026-04-10");
        String number = office.as("saeki").receives(Answers.named("例沢 円", "れいさわ まどか", "1968-01-20"));
        office.as("saeki").does(number, "decideTriage", Answers.triage("continueSupport"));
        office.as("saeki").does(number, "obtainApplicationAndConsent", Answers.application());
        office.as("saeki").does(number, "assess", Answers.assessment());
        office.as("saeki").does(number, "screen", Answers.screening("plan"));
        office.as("manabe")
                .does(
                        number,
                        "confirmScreening",
                        with(
                                Answers.confirmation(),
                                "screeningConfirmation",
                                "returned",
                                "screeningConfirmationNote",
                                "家計をもう一度聞いてください。"));
        assertThat(shown(number, "screen", "screeningConfirmation")).isEqualTo("returned");
        assertThat(shown(number, "screen", "screeningConfirmationNote")).isEqualTo("家計をもう一度聞いてください。");

        office.as("saeki").does(number, "screen", Answers.screening("plan"));
        office.as("manabe").does(number, "confirmScreening", Answers.confirmation());
        office.as("saeki").does(number, "draftPlan", Answers.plan(item("otherPublic", "法テラス", 12, false)));
        office.as("saeki")
                .does(
                        number,
                        "obtainPlanAgreement",
                        with(Answers.agreement(), "planAgreement", "changesWanted", "wantedChanges", "期間を短くしたい。"));
        assertThat(shown(number, "draftPlan", "planAgreement")).isEqualTo("changesWanted");
        assertThat(shown(number, "draftPlan", "wantedChanges")).isEqualTo("期間を短くしたい。");
    }

    private String shown(String number, String step, String field) {
        String task = office.as("saeki").task(number, step).path("id").asText();
        return office.as("saeki").open(task).path("data").path(field).asText();
    }

    private static void mustFail(boolean possible, String what) {
        assertThat(possible).as(what).isFalse();
    }

    private long noticesOf(String number, String kind) {
        return database.sql("select count(*) from notice n join support_case c on c.id = n.case_id "
                        + "where c.case_number = ? and n.kind = ?")
                .params(number, kind)
                .query(Long.class)
                .single();
    }

    private long count(String sql, String number) {
        return database.sql(sql).param(number).query(Long.class).single();
    }
}
