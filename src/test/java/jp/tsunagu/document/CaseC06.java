package jp.tsunagu.document;

import static jp.tsunagu.story.Answers.item;
import static jp.tsunagu.story.Answers.with;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;

/** C06 with what people really write: rejected twice, decided, evaluated, closed. Every paper of the house is made on the way. */
final class CaseC06 {

    static final String NAME = "創田 美緒";

    private static final String PREPARATION = "employmentPreparationSupport";
    private static final String HOUSEHOLD = "householdImprovementSupport";
    private static final String PREPARATION_CENTRE = "就労準備支援センターみなと";
    private static final String HOUSEHOLD_DESK = "港区社会福祉協議会";

    private final Office office;
    private String number;

    CaseC06(Office office) {
        this.office = office;
    }

    static Map<String, Object> reception() {
        return told(Answers.named(NAME, "そうだ みお", "1985-02-03"), """
                {"sex": "female", "postalCode": "105-0001", "address": "港区虎ノ門一丁目", "phone": "03-0000-0000",
                 "contactNote": "平日の午前。留守番電話は可。", "concerns": ["income", "jobSearch"],
                 "mainConcern": "jobSearch", "concernDetail": "家にいる時間を減らしたい。"}""");
    }

    /** From reception until the ward has the plan for the first time. */
    String submitted() {
        office.on("2026-05-11");
        number = office.as("saeki").receives(reception());
        does("saeki", "decideTriage", Answers.triage("continueSupport"));
        does("saeki", "obtainApplicationAndConsent", told(Answers.application(), """
                {"address": "港区虎ノ門一丁目", "employmentWished": true, "explainedBy": "佐伯", "consent": "partial",
                 "consentScope": ["provider", "welfareOffice"],
                 "consentItems": ["name", "health", "work", "family", "assessment", "plan"]}"""));
        office.on("2026-05-25");
        does("saeki", "assess", told(Answers.assessment(), """
                {"employmentWished": true,
                 "household": [{"relation": "母", "memberName": "創田 和子", "age": 70, "occupation": "年金生活"}],
                 "familySituation": "母と二人暮らし。父は12年前に亡くなった。",
                 "workHistory": "事務職3年。29歳で退職してから家にいる。",
                 "record": {"contactDate": "2026-05-25", "method": "visitInPerson", "counterpart": "本人",
                   "facts": "生活歴を聞いた。12年間ほとんど外に出ていない。", "personsWords": "少しずつ外に出たい。",
                   "opinion": "話すと落ち着いている。", "nextStep": "就労の聞き取り", "nextDate": "2026-06-08"}}"""));
        does("kobayakawa", "assessEmployment", Answers.employmentHearing());
        office.on("2026-06-08");
        does("saeki", "screen", Answers.screening("plan"));
        does("manabe", "confirmScreening", Answers.confirmation());
        office.on("2026-06-22");
        draft(12, "週5日、通所して生活のリズムをつくる");
        office.on("2026-06-24");
        agreedAndConferred(LocalDate.of(2026, 6, 30), "本人の意向に沿っており、適切と考える。");
        office.on("2026-07-03");
        does("manabe", "submitPlan", Answers.submission());
        return number;
    }

    /** From the first rejection to the decision. */
    void rejectedTwiceAndDecided() {
        reject("2026-07-08", "2026-07-09", "世帯の収入の証拠書類が不足しています。");
        office.on("2026-07-10");
        does("manabe", "acknowledgeRejection", told("{\"rejectionRead\": true}"));
        office.on("2026-07-13");
        recheckedWithPerson("内容は変えたくない。書類は母が用意する。");
        office.on("2026-07-14");
        recheckedWithAgencies("受入れに変わりなし");
        office.on("2026-07-17");
        does("manabe", "reviseAndResubmit", told("""
                {"rejectionOutcome": "resubmitUnchanged", "revisionSummary": "収入の証拠書類を追加した。",
                 "unchangedAttested": true}"""));
        reject("2026-07-29", "2026-07-30", "期間12か月・週5日は、現状に合いません。");
        office.on("2026-07-31");
        does("manabe", "acknowledgeRejection", told("{\"rejectionRead\": true}"));
        office.on("2026-08-06");
        does("manabe", "holdRejectionMeeting", told("""
                {"wardOfficerName": "宇田", "chiefName": "真鍋", "agreedPoints": "6か月・週2日から始める"}"""));
        recheckedWithPerson("週2日なら通えそう。");
        recheckedWithAgencies("週2日で受け入れる");
        does("manabe", "reviseAndResubmit", told("""
                {"rejectionOutcome": "contentChanged", "revisionSummary": "6か月・週2日にする。"}"""));
        office.on("2026-08-18");
        draft(6, "週2日、通所して生活のリズムをつくる");
        office.on("2026-08-20");
        agreedAndConferred(LocalDate.of(2026, 8, 27), "期間と回数が現状に合っている。");
        does("manabe", "submitPlan", Answers.submission());
        office.on("2026-09-04");
        does("uda", "checkPlan", Answers.suitable(PREPARATION, HOUSEHOLD));
        does("otsuki", "approveAsSubsectionChief", Answers.approval());
        does("kaji", "decidePlan", with(Answers.decision("decided"), "documentNumber", "8港保生第123号"));
    }

    void noticeSent() {
        office.on("2026-09-09");
        does("uda", "sendSupportNotice", told("""
                {"noticeManner": "mail", "noticeSentOn": "2026-09-09"}"""));
        does("saeki", "deliverPlan", told("""
                {"deliveryManner": "inPerson", "deliveredOn": "2026-09-09"}"""));
    }

    /** To the end: evaluation, a withdrawn consent, closing. */
    void evaluatedAndClosed() {
        office.on("2026-11-04");
        does("saeki", "prepareEvaluation", Answers.evaluationSheet());
        does("manabe", "conveneEvaluationConference", Answers.meetingOn(LocalDate.of(2026, 11, 10)));
        office.on("2026-11-10");
        does("manabe", "recordEvaluationConference", Answers.evaluation("closure"));
        office.as("saeki").reports(number, "consentWithdrawn", told("""
                {"consentWithdrawnOn": "2026-11-10", "withdrawalManner": "signature",
                 "consentWithdrawalNote": "これからは自分で伝えたい。"}"""));
        does("saeki", "informAgencies", told("""
                {"informedReceivers": [
                 {"receiver": "支援を提供する機関　就労準備支援センターみなと", "toldToStopOn": "2026-11-10"},
                 {"receiver": "支援を提供する機関　港区社会福祉協議会", "toldToStopOn": "2026-11-10"}],
                 "informedOn": "2026-11-10", "planAffected": "none",
                 "informNote": "使用をやめるよう電話で伝えた。"}"""));
        does("kobayakawa", "provideEmploymentSupport", Answers.employed());
        does("kobayakawa", "supportRetention", Answers.settledAtWork());
        does("manabe", "closeCase", told(Answers.closing("resolved", true, 1, 3), """
                {"closingNote": "週2回の外出が続き、家計も落ち着いた。"}"""));
    }

    private void draft(int months, String content) {
        Map<String, Object> preparation = with(
                item(PREPARATION, PREPARATION_CENTRE, months, true), "content", content, "responsible", "本人、生活支援員");
        Map<String, Object> household = told(item(HOUSEHOLD, HOUSEHOLD_DESK, months, true), """
                {"content": "月1回、家計表を一緒につくる", "responsible": "本人、家計改善支援員"}""");
        does("saeki", "draftPlan", told(Answers.plan(preparation, household), """
                {"planLongTermGoal": "人と関わる仕事に就く", "planNotes": "大きな音が苦手。連絡は午前に。"}"""));
        does("kobayakawa", "draftEmploymentPart", told("{\"employmentItems\": []}"));
    }

    private void agreedAndConferred(LocalDate meeting, String discussion) {
        does("saeki", "obtainPlanAgreement", Answers.agreement());
        does("manabe", "convenePlanConference", told(Answers.meetingOn(meeting), """
                {"newConferencePlace": "麻布地区総合支所 会議室A", "papersNote": "番号を付けて5部"}"""));
        office.on(meeting.toString());
        Map<String, Object> held = told(Answers.conference("approved"), """
                {"roles": [{"roleItem": "初回の同行", "roleAgency": "就労準備支援センターみなと", "rolePerson": "生活支援員",
                   "roleBy": "2026-09-30"}], "resourceGap": "午前だけ通える居場所が足りない。"}""");
        does("manabe", "recordPlanConference", with(held, "discussion", discussion));
    }

    private void reject(String checkedOn, String decidedOn, String reason) {
        office.on(checkedOn);
        does("uda", "checkPlan", Answers.unsuitable());
        does("uda", "writeRejectionReason", with(Answers.reason(reason), "pointsToConfirm", "証拠書類、通所の回数"));
        does("otsuki", "approveAsSubsectionChief", Answers.approval());
        office.on(decidedOn);
        does("kaji", "decidePlan", Answers.decision("rejected"));
    }

    private void recheckedWithPerson(String result) {
        does(
                "manabe",
                "recheckWithPerson",
                Answers.of("personRecheckResult", result, "record", Answers.record("homeVisit")));
    }

    private void recheckedWithAgencies(String result) {
        List<Map<String, Object>> asked = List.of(PREPARATION_CENTRE, HOUSEHOLD_DESK).stream()
                .map(agency -> with(Answers.recheckedAgency(agency), "recheckResult", result))
                .toList();
        does("manabe", "recheckWithAgencies", Answers.of("agencyRechecks", asked));
    }

    private void does(String account, String step, Map<String, Object> answers) {
        office.as(account).does(number, step, answers);
    }

    private static Map<String, Object> told(String json) {
        return told(Map.of(), json);
    }

    private static Map<String, Object> told(Map<String, Object> usual, String json) {
        try {
            Map<String, Object> answers = with(usual);
            answers.putAll(new ObjectMapper().readValue(json, new TypeReference<Map<String, Object>>() {}));
            return answers;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
