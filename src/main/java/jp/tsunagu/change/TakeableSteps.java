package jp.tsunagu.change;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which steps can be taken back at all. Default shut: a step that is not named stands, because nobody has thought about what it
 * lets out of the house.
 */
final class TakeableSteps {

    private static final Set<String> TAKEABLE = Set.of(
            "reachOut",
            "decideTriage",
            "obtainApplicationAndConsent",
            "assess",
            "assessEmployment",
            "screen",
            "confirmScreening",
            "draftPlan",
            "draftEmploymentPart",
            "obtainPlanAgreement",
            "convenePlanConference",
            "submitPlan",
            "monitorSupport",
            "prepareEvaluation",
            "conveneEvaluationConference",
            "provideEmploymentSupport",
            "supportRetention");

    private static final String WARD = "区の確認・決裁が進んでいます。区の手順は、センターでは戻せません。区担当に連絡し、区の中で差し戻してもらいます（要領 第10条）。";
    private static final String MEETING = "支援調整会議で決まったことは、取り消せません（要領 第9条第6号）。";
    private static final String REJECTION = "差戻しの後の区とのやり取りは、取り消せません（要領 第10条第3号）。";
    private static final String CLOSING = "終結したケースは、開き直せません。本人がまた来たときは、新しい相談として受け付けます。";

    private static final Map<String, String> WHY_NOT = Map.ofEntries(
            Map.entry("reception", "相談受付は、取り消せません。同じ人を二重に受け付けたときは「名寄せ」を使います。"),
            Map.entry("checkPlan", WARD),
            Map.entry("writeRejectionReason", WARD),
            Map.entry("approveAsSubsectionChief", WARD),
            Map.entry("decidePlan", WARD),
            Map.entry("recordExternalDecision", WARD),
            Map.entry("recordPlanConference", MEETING),
            Map.entry("recordEvaluationConference", MEETING),
            Map.entry("acknowledgeRejection", REJECTION),
            Map.entry("holdRejectionMeeting", REJECTION),
            Map.entry("recheckWithPerson", REJECTION),
            Map.entry("recheckWithAgencies", REJECTION),
            Map.entry("reviseAndResubmit", REJECTION),
            Map.entry("sendSupportNotice", "支援決定通知書を、本人に送付しています。"),
            Map.entry("deliverPlan", "決まったプランを、本人に渡しています。"),
            Map.entry("explainDelay", "決定の遅れを、本人に伝えています。"),
            Map.entry("closeCase", CLOSING),
            Map.entry("followUp", CLOSING),
            Map.entry("followUpAfterClosing", CLOSING));

    private TakeableSteps() {}

    /** Why this step stands; empty if it may be taken back as long as nothing has left the house. */
    static Optional<String> refuse(String step) {
        if (TAKEABLE.contains(step)) {
            return Optional.empty();
        }
        return Optional.of(CaseEvent.of(step)
                .map(event -> "「" + event.label() + "」が記録されています。起きたことの記録は、取り消せません。")
                .orElseGet(() -> WHY_NOT.getOrDefault(step, "この手順は、戻せない手順です。")));
    }
}
