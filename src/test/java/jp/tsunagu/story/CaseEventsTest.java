package jp.tsunagu.story;

import static jp.tsunagu.story.Answers.of;
import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.tsunagu.casefile.CaseStatus;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.story.Office.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 全期間の出来事: a person dies, moves, disappears, withdraws … in whatever state the case is, and nobody is lost over it. */
class CaseEventsTest extends OfficeStory {

    @Autowired
    private JdbcClient database;

    @Autowired
    private Cases cases;

    private String number;

    /** Two at once: the ward is deciding, a handover is open. The procedure stops, the handover does not. */
    @Test
    void diesWhileTheWardDecidesAndAHandoverIsOpen() {
        number = new LongCase(office).toTheWard("2026-06-01", "葉山 実", "はやま みのる");
        office.as("aoki").reports(number, "welfareNeeded", welfareNeed());
        assertThat(all()).contains("checkPlan", "handOverToWelfareOffice");

        refused(office.as("uda").tryReport(number, "personDied", key(), death()), "センターの支援員");
        refused(report("personDied", with(death(), "diedOn", "2026-06-02")), "diedOn");
        office.as("aoki").reports(number, "personDied", death());
        assertThat(all())
                .contains("settleAfterDeath", "handOverToWelfareOffice")
                .doesNotContain("checkPlan");
        refused(report("contactLost", lost()), "死亡が記録");

        office.as("manabe").does(number, "settleAfterDeath", settlement());
        assertThat(status()).isEqualTo("CLOSED");
        office.as("saeki")
                .does(
                        number,
                        "handOverToWelfareOffice",
                        of(
                                "rightExplained",
                                true,
                                "welfareWish",
                                "unwilling",
                                "unwillingReason",
                                "亡くなった",
                                "handedOverOn",
                                today()));
        office.as("manabe")
                .does(
                        number,
                        "reviewUnwillingness",
                        of(
                                "unwillingnessReview",
                                "noLongerNeeded",
                                "unwillingnessNote",
                                "亡くなった",
                                "unwillingnessReviewedOn",
                                today()));
        assertThat(all()).isEmpty();
        refused(report("emergencyNeeded", emergency()), "新しい相談");
    }

    @Test
    void movesAwayWhileTheWardDecides() {
        number = new LongCase(office).toTheWard("2026-06-01", "引田 越子", "ひきた こしこ");
        report("personMoved", of("moveKind", "insideWard", "address", "港区芝浦9-9-9", "moveReportedOn", today()));
        assertThat(all()).containsExactly("checkPlan");

        assertThat(report("personMoved", moved("outsideWard")).ok()).isTrue();
        refused(report("personMoved", moved("outsideWard")), "もう進んでいます");
        assertThat(all()).contains("checkPlan", "handOverToNewMunicipality");
        office.as("saeki").does(number, "handOverToNewMunicipality", transfer());
        office.as("saeki").does(number, "confirmTransferReceipt", transferReply("noReply"));
        office.as("saeki").does(number, "confirmTransferReceipt", transferReply("received"));
        office.as("manabe").does(number, "closeEarly", closing("moved", false));
        assertThat(all()).isEmpty();
        assertThat(status()).isEqualTo("CLOSED");
    }

    /** The targets stand still and go on where they stood; nobody is given up after one call. */
    @Test
    void cannotBeReachedAndComesBack() {
        number = inAssessment();
        LocalDate due = office.as("saeki").due(number, "assess");
        assertThat(report("contactLost", lost()).ok()).isTrue();
        assertThat(status()).isEqualTo("WAITING");
        refused(report("contactLost", lost()), "もう連絡を待っています");
        refused(tryContact("exhausted", "phone"), "contactAttempt");
        sent(tryContact("tryAgain", "phone"));
        office.on("2026-06-22");
        sent(tryContact("tryAgain", "letter"));
        refused(tryContact("exhausted", "phone"), "3つ以上の方法");
        refused(tryContact("exhausted", "visit"), "30日間");
        office.on("2026-07-02");
        assertThat(report("contactResumed", resumed()).ok()).isTrue();
        assertThat(status()).isEqualTo("OPEN");
        assertThat(all()).containsExactly("assess");
        // 2026-06-01 to 2026-07-02 are 31 days
        assertThat(office.as("saeki").due(number, "assess")).isBetween(due.plusDays(31), due.plusDays(33));
        refused(report("contactResumed", resumed()), "連絡がとれない状態ではありません");
        office.as("saeki").does(number, "assess", Answers.assessment());
    }

    @Test
    void isSuspendedAndClosedOnlyByTheChief() {
        number = inAssessment();
        report("contactLost", lost());
        sent(tryContact("tryAgain", "phone"));
        sent(tryContact("tryAgain", "letter"));
        office.on("2026-07-10");
        sent(tryContact("exhausted", "visit"));
        office.as("manabe").does(number, "decideSuspension", suspension("keepTrying"));
        sent(tryContact("exhausted", "visit"));
        office.as("manabe").does(number, "decideSuspension", suspension("suspend"));
        assertThat(status()).isEqualTo("SUSPENDED");

        office.on("2027-01-12");
        assertThat(all()).contains("closeEarly", "assess");
        office.as("manabe").does(number, "closeEarly", with(closing("lostContact", false), "closingConfirmed", false));
        assertThat(all()).containsExactly("assess");
        office.on("2027-07-20");
        office.as("manabe").does(number, "closeEarly", closing("lostContact", false));
        assertThat(all()).isEmpty();
        assertThat(status()).isEqualTo("CLOSED");
    }

    /** I-03: from that moment on nothing more is shared; and the case cannot close before the agencies know. */
    @Test
    void withdrawsTheConsent() {
        number = inAssessment();
        office.as("saeki").does(number, "assess", Answers.assessment());
        office.as("saeki").does(number, "screen", Answers.screening("referOther"));
        office.as("manabe").does(number, "confirmScreening", Answers.confirmation());
        report("consentWithdrawn", of("consentWithdrawnOn", today(), "withdrawalManner", "oral"));
        refused(report("consentWithdrawn", of("consentWithdrawnOn", today(), "withdrawalManner", "oral")), "取り下げ");
        Map<String, Object> slip = referral("consent");
        refused(office.as("saeki").tries(number, "sendReferral", slip), "referralGround");
        office.as("saeki").does(number, "sendReferral", referral("thisHandover"));
        assertThat(all()).contains("informAgencies");
        assertThat(office.as("saeki").due(number, "informAgencies")).isEqualTo("2026-06-03");
    }

    @Test
    void withdrawsTheApplicationAndIsFollowedUp() {
        number = inAssessment();
        report("applicationWithdrawn", withdrawal());
        office.as("saeki").does(number, "confirmWithdrawal", confirmed(false));
        assertThat(all()).containsExactly("assess");
        report("consentWithdrawn", of("consentWithdrawnOn", today(), "withdrawalManner", "oral"));
        report("applicationWithdrawn", withdrawal());
        office.as("saeki").does(number, "confirmWithdrawal", confirmed(true));
        refused(office.as("manabe").tries(number, "closeEarly", closing("declined", true, 1, 3)), "同意の撤回");
        office.as("saeki").does(number, "informAgencies", informed());
        office.as("manabe").does(number, "closeEarly", closing("declined", true, 1, 3));
        assertThat(all()).isEmpty();

        office.on("2026-07-01");
        office.as("aoki").reports(number, "emergencyNeeded", emergency());
        refused(report("contactLost", lost()), "終結しています");
        followUp(true);
        assertThat(all()).containsExactly("arrangeEmergencySupport");
        office.on("2026-09-01");
        refused(
                office.as("saeki")
                        .tries(
                                number,
                                "followUpAfterClosing",
                                of("record", Answers.record("phoneOut"), "followUpNeeded", true)),
                "followUpNeeded");
        followUp(false);
        refused(report("complaintReceived", complaint()), "新しい相談");
    }

    /** Whoever was sought is found, and information is enough: the case is over, and nothing that goes on beside opens it again. */
    @Test
    void isFoundAndInformationIsEnough() {
        number = received(true);
        report("contactLost", lost());
        office.as("aoki").reports(number, "complaintReceived", complaint());
        office.as("saeki").does(number, "decideTriage", information());
        assertThat(all()).containsExactlyInAnyOrder("arrangeEmergencySupport", "answerComplaint");
        assertThat(status()).isEqualTo("CLOSED");
        assertThat(cases.find(number).waitingSince()).isNull();
    }

    /** I-10: referred after the application and sent back, the case ends only by 主任's closing. */
    @Test
    void afterTheApplicationInformationAloneIsNotTheEnd() {
        number = inAssessment();
        office.as("saeki").does(number, "assess", Answers.assessment());
        office.as("saeki").does(number, "screen", Answers.screening("referOther"));
        office.as("manabe").does(number, "confirmScreening", Answers.confirmation());
        office.as("saeki").does(number, "sendReferral", referral("consent"));
        office.as("saeki")
                .does(
                        number,
                        "confirmReferralReceipt",
                        of(
                                "referralReply",
                                "redirected",
                                "referralReplyNote",
                                "案内だけで足りるとのこと。",
                                "referralRepliedOn",
                                today()));
        office.as("saeki").does(number, "decideTriage", information());
        assertThat(all()).containsExactly("closeCase");
        assertThat(status()).isEqualTo("OPEN");
        office.as("manabe").does(number, "closeCase", Answers.closing("information", false));
        assertThat(all()).isEmpty();
        assertThat(status()).isEqualTo("CLOSED");
    }

    /** A case that is over stays over, on the day it ended. */
    @Test
    void nothingOpensAClosedCaseAgain() {
        number = received(false);
        office.as("saeki").does(number, "decideTriage", information());
        cases.become(number, CaseStatus.OPEN, Office.today().plusDays(1));
        assertThat(status()).isEqualTo("CLOSED");
        assertThat(database.sql("select closed_on from support_case where case_number = ?")
                        .param(number)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(Office.today());
    }

    /** EV10: case and tasks change hands in one act; the person is told. */
    @Test
    void changesTheWorker() {
        number = inAssessment();
        Map<String, Object> change =
                of("newWorker", "aoki", "workerChangedOn", today(), "handoverNote", "次の面談は来週と約束している。");
        refused(report("workerChanged", change), "主任相談支援員");
        office.as("manabe").reports(number, "workerChanged", change);
        assertThat(office.as("aoki").steps(number)).containsExactlyInAnyOrder("assess", "introduceNewWorker");
        assertThat(office.as("aoki").task(number, "assess").path("assignee").asText())
                .isEqualTo("aoki");
        refused(office.as("manabe").tryReport(number, "workerChanged", key(), change), "newWorker");
        office.as("aoki")
                .does(
                        number,
                        "introduceNewWorker",
                        of("introducedOn", today(), "introducedHow", "together", "introductionNote", "安心したとのこと。"));
    }

    /** EV9: found out beside the running procedure, by the handover's own result. */
    @Test
    void welfareStartsBesideThePlan() {
        number = new LongCase(office).toTheSupport("2026-06-01", "保志 始", "ほし はじめ");
        office.as("saeki").reports(number, "welfareNeeded", welfareNeed());
        refused(report("welfareNeeded", welfareNeed()), "もう進んでいます");
        office.as("saeki").does(number, "handOverToWelfareOffice", Answers.handover());
        office.as("yuasa").does(number, "confirmReceipt", Answers.receipt(today() + "T09:10"));
        office.as("saeki")
                .does(number, "recordWelfareOutcome", of("welfareOutcome", "started", "welfareOutcomeOn", today()));
        assertThat(all()).contains("reviewAfterWelfareStart", "monitorSupport");
        office.as("saeki")
                .does(
                        number,
                        "reviewAfterWelfareStart",
                        of(
                                "welfareReview",
                                "continueServices",
                                "continuedServices",
                                "就労準備支援",
                                "welfareReviewedOn",
                                today(),
                                "welfareReviewNote",
                                "CWと相談した。"));
        assertThat(all()).contains("monitorSupport").doesNotContain("reviewAfterWelfareStart");
    }

    @Test
    void theWardIsSilent() {
        number = new LongCase(office).toTheWard("2026-06-01", "待井 永子", "まちい えいこ");
        office.on("2026-06-19");
        assertThat(all()).containsExactly("checkPlan");
        office.on("2026-06-22");
        assertThat(all()).containsExactlyInAnyOrder("checkPlan", "explainDelay");
        assertThat(database.sql("""
                        select n.receiver_role from notice n join support_case c on c.id = n.case_id
                        where c.case_number = ? and n.kind = 'DECISION_OVERDUE'
                        """).param(number).query(String.class).list()).containsExactly("ward-section-chief");
        office.as("saeki")
                .does(
                        number,
                        "explainDelay",
                        of("delayExplainedOn", today(), "delayExplainedHow", "phone", "delayNote", "見込みを伝えた。"));
        assertThat(all()).containsExactly("checkPlan");
    }

    @Test
    void thePlanOrItsEvaluationIsBroughtForward() {
        number = inAssessment();
        refused(report("planChangeNeeded", planChange()), "支援を実施している間");
        number = new LongCase(office).toTheSupport("2026-06-01", "変田 更", "へんだ こう");
        assertThat(report("evaluationNeeded", of("evaluationNeededOn", today(), "evaluationNeededReason", "仕事が決まった。"))
                        .ok())
                .isTrue();
        assertThat(all()).contains("prepareEvaluation").doesNotContain("monitorSupport");

        number = new LongCase(office).toTheSupport("2026-06-01", "変田 新", "へんだ しん");
        assertThat(report("planChangeNeeded", planChange()).ok()).isTrue();
        assertThat(all()).contains("assess", "assessEmployment").doesNotContain("monitorSupport");
    }

    /** I-07, and every process beside the case at once: one step of theirs is somebody's, and none is there twice. */
    @Test
    void everythingAtOnceAndTwice() throws Exception {
        number = inAssessment();
        String key = key();
        Callable<Answer> report = () -> office.as("aoki").tryReport(number, "emergencyNeeded", key, emergency());
        List<Answer> answers = twice(report);
        assertThat(answers).allMatch(Answer::ok);
        assertThat(answers.stream().map(answer -> answer.json().path("repeated").asBoolean()))
                .containsExactlyInAnyOrder(true, false);
        List<Answer> lost = twice(() -> office.as("aoki").tryReport(number, "contactLost", key(), lost()));
        assertThat(lost.stream().filter(Answer::ok)).hasSize(1);

        report("personMoved", moved("unknown"));
        office.as("aoki").reports(number, "complaintReceived", complaint());
        report("applicationWithdrawn", withdrawal());
        assertThat(all())
                .containsExactlyInAnyOrder(
                        "assess", "arrangeEmergencySupport", "tryContact", "answerComplaint", "confirmWithdrawal");
        JsonNode events = office.as("saeki").get("/api/cases/" + number + "/events");
        assertThat(events).hasSize(13);
        refused(
                office.as("aoki").call("POST", "/api/cases/" + number + "/events/contactLost", of("form", "x")),
                "Idempotency-Key");
        refused(office.as("aoki").tryReport("R8-99999", "contactLost", key(), lost()), "見つかりません");
        // somebody who types the address into a browser is answered, and not by an error of the server
        for (String path :
                List.of("R8-99999/events/contactLost", number + "/events/nonsense", number + "/events/contactLost")) {
            Answer shown = office.logsIn("aoki").opens("/api/cases/" + path);
            assertThat(shown.status()).as(path).isBetween(400, 499);
        }
    }

    // --- what people do and say

    private String received(boolean urgent) {
        office.on("2026-06-01");
        return office.as("saeki").receives(with(Answers.named("出来 言男", "でき ことお", "1980-01-02"), "urgent", urgent));
    }

    private static Map<String, Object> information() {
        return Answers.information("法テラスの無料相談");
    }

    private String inAssessment() {
        String received = received(false);
        office.as("saeki").does(received, "decideTriage", Answers.triage("continueSupport"));
        office.as("saeki").does(received, "obtainApplicationAndConsent", Answers.application());
        return received;
    }

    private Answer report(String event, Map<String, Object> answers) {
        return office.as("saeki").tryReport(number, event, key(), answers);
    }

    private static List<Answer> twice(Callable<Answer> act) throws Exception {
        try (var stopping = new Stopping(Executors.newFixedThreadPool(2))) {
            List<Future<Answer>> both = stopping.people.invokeAll(List.of(act, act));
            return List.of(both.get(0).get(), both.get(1).get());
        }
    }

    private record Stopping(ExecutorService people) implements AutoCloseable {

        @Override
        public void close() {
            people.shutdown();
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String today() {
        return Office.today().toString();
    }

    /** The open steps of the case, whoever has them. */
    private List<String> all() {
        return database.sql("""
                        select t.task_def_key_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where e.business_key_ = ?
                        """).param(number).query(String.class).list();
    }

    private String status() {
        return database.sql("select status from support_case where case_number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private Answer tryContact(String result, String way) {
        return office.as("saeki")
                .tries(
                        number,
                        "tryContact",
                        of("record", Answers.record("phoneOut"), "attemptWay", way, "contactAttempt", result));
    }

    private void followUp(boolean more) {
        office.as("saeki")
                .does(number, "followUpAfterClosing", of("record", Answers.record("phoneOut"), "followUpNeeded", more));
    }

    private static Map<String, Object> welfareNeed() {
        return of(
                "welfareIntent",
                "yes",
                "placeTonight",
                "has",
                "cashOnHand",
                9000,
                "welfareNeedReason",
                "収入がなくなった。",
                "welfareNeedFoundOn",
                today());
    }

    private static Map<String, Object> emergency() {
        return of("urgencyKinds", List.of("food"), "urgencyNote", "食べるものがない。", "emergencyFoundOn", today());
    }

    private static Map<String, Object> death() {
        return of("diedOn", today(), "deathReportedOn", today(), "deathReportedBy", "家族");
    }

    private static Map<String, Object> settlement() {
        return of(
                "settledOn",
                today(),
                "lettersStopped",
                true,
                "providersTold",
                true,
                "householdMembers",
                "none",
                "settlementNote",
                "区へ報告した。");
    }

    private static Map<String, Object> moved(String kind) {
        return of("moveKind", kind, "newMunicipality", "川崎市", "moveDate", today(), "moveReportedOn", today());
    }

    private static Map<String, Object> transfer() {
        return of(
                "transferWanted",
                true,
                "transferOffice",
                "川崎市の相談窓口",
                "transferItems",
                List.of("name", "plan"),
                "transferConsent",
                true,
                "transferNote",
                "経過を伝えた。",
                "transferOn",
                today());
    }

    private static Map<String, Object> transferReply(String reply) {
        return of(
                "transferReply",
                reply,
                "transferReceivedBy",
                "川崎市 担当",
                "transferRepliedOn",
                today(),
                "transferReplyNote",
                "電話で確かめた。");
    }

    private static Map<String, Object> closing(String reason, boolean followUp, Integer... months) {
        return of(
                "closingConfirmed",
                true,
                "closedOn",
                today(),
                "closingReason",
                reason,
                "closingNote",
                "経過のとおり。",
                "connectNeeded",
                "no",
                "followUpNeeded",
                followUp,
                "followUpMonths",
                List.of(months),
                "followUpReason",
                "経過から。");
    }

    private static Map<String, Object> lost() {
        return of("contactLostOn", today(), "safetyWorry", "no", "contactLostNote", "電話に出ない。");
    }

    private static Map<String, Object> resumed() {
        return of("contactResumedOn", today(), "contactResumedWay", "phoneIn", "contactResumedNote", "入院していた。");
    }

    private static Map<String, Object> suspension(String decision) {
        return of(
                "suspensionDecision",
                decision,
                "safetyChecked",
                "visited",
                "suspensionDecidedOn",
                today(),
                "suspensionReason",
                "訪問の結果から。");
    }

    private static Map<String, Object> withdrawal() {
        return of(
                "applicationWithdrawnOn",
                today(),
                "withdrawalManner",
                "oral",
                "applicationWithdrawalNote",
                "もう大丈夫とのこと。");
    }

    private static Map<String, Object> confirmed(boolean withdrawn) {
        return of(
                "withdrawalConfirmed",
                withdrawn,
                "withdrawalTalkOn",
                today(),
                "withdrawalTalkHow",
                "phone",
                "reentryExplained",
                true,
                "withdrawalNote",
                "話を聞いた。");
    }

    private static Map<String, Object> informed() {
        return of("informedReceivers", List.of(), "informedOn", today(), "planAffected", "noPlan", "informNote", "なし。");
    }

    private static Map<String, Object> complaint() {
        return of("complaintOn", today(), "complaintWay", "phoneIn", "complaintContent", "説明が足りない。");
    }

    private static Map<String, Object> planChange() {
        return of("planChangeNeededOn", today(), "planChangeReason", "週3日にしたい。");
    }

    private static Map<String, Object> referral(String ground) {
        return of(
                "referralAgency",
                "legalAid",
                "referralOffice",
                "法テラス",
                "referralReason",
                "債務の相談",
                "referralGround",
                ground,
                "sharedItems",
                List.of("name"),
                "referralAccompany",
                "no",
                "referralSentOn",
                today());
    }

    private static void sent(Answer answer) {
        assertThat(answer.ok()).as(answer.text()).isTrue();
    }

    private static void refused(Answer answer, String reason) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).contains(reason);
    }
}
