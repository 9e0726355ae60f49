package jp.tsunagu.story;

import static jp.tsunagu.story.Answers.item;
import static jp.tsunagu.story.Answers.of;
import static jp.tsunagu.story.Answers.with;

import java.util.List;
import java.util.Map;

/** One case through every room of the house: emergency support, both referrals, a rejection, the decision, evaluation, closure, follow-up. */
public final class LongCase {

    private static final String SERVICE = "employmentPreparationSupport";

    private final Office office;
    private String number;

    public LongCase(Office office) {
        this.office = office;
    }

    /** Lives through the whole case, from 2026-05-11 on, and returns its number. */
    public String live(String name, String kana) {
        office.on("2026-05-11");
        number = office.as("saeki").receives(with(Answers.named(name, kana, "1985-03-05"), "urgent", true));
        toThePlan();
        plan();
        rejected();
        decided();
        evaluatedAndClosed();
        return number;
    }

    /** Lives from this day on until the plan lies with the ward. */
    public String toTheWard(String day, String name, String kana) {
        office.on(day);
        number = office.as("saeki").receives(Answers.named(name, kana, "1985-03-05"));
        toThePlan();
        plan();
        return number;
    }

    /** Lives from this day on until the decided plan is carried out. */
    public String toTheSupport(String day, String name, String kana) {
        toTheWard(day, name, kana);
        decided();
        return number;
    }

    /** A case whose plan is carried out since 2026-05-11: evaluated, closed and followed up, as its dates come. */
    public void toTheEnd(String caseNumber) {
        number = caseNumber;
        evaluatedAndClosed();
    }

    private void toThePlan() {
        office.as("saeki").does(number, "decideTriage", Answers.triage("continueSupport"));
        office.as("saeki")
                .does(number, "obtainApplicationAndConsent", with(Answers.application(), "employmentWished", true));
        office.as("saeki").does(number, "assess", with(Answers.assessment(), "employmentWished", true));
        office.as("kobayakawa").does(number, "assessEmployment", Answers.employmentHearing());
        office.as("saeki").does(number, "screen", Answers.screening("plan"));
        office.as("manabe").does(number, "confirmScreening", Answers.confirmation());
    }

    private void plan() {
        office.as("saeki").does(number, "draftPlan", Answers.plan(item(SERVICE, "就労準備センター", 6, true)));
        office.as("kobayakawa").does(number, "draftEmploymentPart", of("employmentItems", List.of()));
        office.as("saeki").does(number, "obtainPlanAgreement", Answers.agreement());
        office.as("manabe").does(number, "convenePlanConference", Answers.meetingOn(Office.today()));
        office.as("manabe").does(number, "recordPlanConference", Answers.conference("approved"));
        office.as("manabe").does(number, "submitPlan", Answers.submission());
    }

    private void rejected() {
        office.as("uda").does(number, "checkPlan", Answers.unsuitable());
        office.as("uda").does(number, "writeRejectionReason", Answers.reason("世帯の収入の証拠書類が不足しています。"));
        office.as("otsuki").does(number, "approveAsSubsectionChief", Answers.approval());
        office.as("kaji").does(number, "decidePlan", Answers.decision("rejected"));
        office.as("manabe").does(number, "acknowledgeRejection", of("rejectionRead", true));
        office.as("manabe")
                .does(
                        number,
                        "recheckWithPerson",
                        of("personRecheckResult", "変わらない", "record", Answers.record("homeVisit")));
        office.as("manabe")
                .does(
                        number,
                        "recheckWithAgencies",
                        of("agencyRechecks", List.of(Answers.recheckedAgency("就労準備センター"))));
        office.as("manabe")
                .does(
                        number,
                        "reviseAndResubmit",
                        of(
                                "rejectionOutcome",
                                "resubmitUnchanged",
                                "revisionSummary",
                                "追加した",
                                "unchangedAttested",
                                true));
    }

    private void decided() {
        office.as("uda").does(number, "checkPlan", Answers.suitable(SERVICE));
        office.as("otsuki").does(number, "approveAsSubsectionChief", Answers.approval());
        office.as("kaji").does(number, "decidePlan", Answers.decision("decided"));
        office.as("uda")
                .does(
                        number,
                        "sendSupportNotice",
                        of(
                                "noticeManner",
                                "mail",
                                "noticeSentOn",
                                Office.today().toString()));
        office.as("saeki").does(number, "deliverPlan", of("deliveryManner", "inPerson"));
        office.as("saeki").does(number, "monitorSupport", Answers.monitoring());
    }

    private void evaluatedAndClosed() {
        office.on("2026-07-20");
        office.as("saeki").does(number, "prepareEvaluation", Answers.evaluationSheet());
        office.as("manabe").does(number, "conveneEvaluationConference", Answers.meetingOn(Office.today()));
        office.as("manabe").does(number, "recordEvaluationConference", Answers.evaluation("closure"));
        finishSideProcesses();
        office.as("manabe").does(number, "closeCase", Answers.closing("resolved", true, 1, 3, 6));
        office.on("2026-08-24");
        office.as("saeki").does(number, "followUp", of("record", Answers.record("phoneOut"), "followUpNeeded", false));
    }

    /** Works off, with whoever sees it, what runs beside the main path. */
    private void finishSideProcesses() {
        for (String account : List.of("saeki", "kobayakawa", "manabe")) {
            List<String> open = besideTheMainPath(account);
            while (!open.isEmpty()) {
                office.as(account).does(number, open.get(0), beside(open.get(0)));
                open = besideTheMainPath(account);
            }
        }
    }

    private List<String> besideTheMainPath(String account) {
        return office.as(account).steps(number).stream()
                .filter(step -> beside(step) != null)
                .toList();
    }

    private static Map<String, Object> beside(String step) {
        String today = Office.today().toString();
        return switch (step) {
            case "arrangeEmergencySupport" ->
                of(
                        "emergencySupportKinds",
                        List.of("food"),
                        "emergencySupportContent",
                        "食料3日分",
                        "emergencyArrangedOn",
                        today);
            case "checkEmergencyResult" ->
                of("emergencyResolved", true, "emergencyResultNote", "落ち着いた", "emergencyCheckedOn", today);
            case "provideEmploymentSupport" -> Answers.employed();
            case "supportRetention" -> Answers.settledAtWork();
            default -> null;
        };
    }
}
