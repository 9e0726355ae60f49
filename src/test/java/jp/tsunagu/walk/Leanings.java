package jp.tsunagu.walk;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often staff answer the fields that decide in which way, so that plans, rejections, handovers, emergencies and ends all
 * come about. A case that has gone on for long is led towards its end.
 */
final class Leanings {

    private static final Map<String, Map<Object, Integer>> USUAL = new HashMap<>();
    private static final Map<String, Map<Object, Integer>> TOWARDS_THE_END = new HashMap<>();

    static {
        usual("contactMade", true, 80, false, 20);
        usual("urgent", true, 22, false, 78);
        usual("welfareIntent", "yes", 12, "no", 63, "unclear", 25);
        usual("placeTonight", "has", 86, "none", 7, "unknown", 7);
        usual("medicalUrgency", "yes", 6, "no", 80, "unknown", 14);
        usual("incomeBelowMinimum", "below", 14, "above", 66, "unknown", 20);
        usual("welfareNeedByStaff", "asTable", 87, "consider", 7, "required", 6);
        usual("triageResult", "continueSupport", 64, "welfareOffice", 12, "referOther", 14, "informationOnly", 10);
        usual("applied", true, 88, false, 12);
        usual("consent", "full", 68, "partial", 20, "none", 12);
        usual("employmentWished", true, 45, false, 55);
        usual("screeningResult", "plan", 74, "closure", 6, "referOther", 7, "seekConsent", 6, "suspend", 7);
        usual("screeningConfirmation", "confirmed", 88, "returned", 12);
        usual("planAgreement", "agreed", 82, "changesWanted", 8, "consultationOnly", 5, "declined", 5);
        usual("conferenceResult", "approved", 74, "approvedWithChanges", 14, "returned", 12);
        usual("planCheck", "suitable", 68, "unsuitable", 32);
        usual("chiefApproval", "forward", 88, "returnInside", 12);
        usual("rejectionOutcome", "resubmitUnchanged", 58, "contentChanged", 32, "withdrawn", 10);
        usual("evaluationRequested", true, 15, false, 85);
        usual("evaluationResult", "closure", 46, "replan", 22, "extend", 18, "suspend", 14);
        usual("followUpNeeded", true, 55, false, 45);
        usual("welfareWish", "wants", 70, "unwilling", 15, "unclear", 15);
        usual("unwillingnessReview", "confirmedUnwilling", 40, "reoffer", 45, "noLongerNeeded", 15);
        usual("welfareOutcome", "started", 40, "rejected", 30, "withdrawn", 15, "notApplied", 15);
        usual("referralReply", "accepted", 60, "redirected", 14, "refused", 14, "noReply", 12);
        usual("emergencyResolved", true, 75, false, 25);
        usual("employmentResult", "ongoing", 55, "employed", 25, "ended", 20);
        usual("retentionResult", "ongoing", 45, "ended", 55);
        usual("untilNextOpenDay", "arranged", 15, "toArrange", 45, "notNeeded", 40);
        usual("contactAttempt", "reached", 15, "tryAgain", 45, "exhausted", 40);
        usual("suspensionDecision", "suspend", 70, "keepTrying", 30);
        usual("moveKind", "insideWard", 40, "outsideWard", 40, "unknown", 20);
        usual("transferWanted", true, 60, false, 40);
        usual("transferReply", "received", 70, "noReply", 30);
        usual("withdrawalConfirmed", true, 60, false, 40);
        usual("welfareReview", "closure", 55, "continueServices", 45);
        usual("complaintAnswer", "interim", 35, "final", 65);
        usual("closingConfirmed", true, 70, false, 30);
        usual("planDisclosureChecked", "covered", 90, "notCovered", 10);

        late("contactMade", true, 1);
        late("triageResult", "continueSupport", 30, "informationOnly", 70);
        late("welfareIntent", "no", 1);
        late("placeTonight", "has", 1);
        late("welfareNeedByStaff", "asTable", 1);
        late("screeningResult", "closure", 80, "plan", 20);
        late("screeningConfirmation", "confirmed", 1);
        late("planAgreement", "declined", 50, "agreed", 50);
        late("conferenceResult", "approved", 1);
        late("planCheck", "suitable", 1);
        late("chiefApproval", "forward", 1);
        late("rejectionOutcome", "withdrawn", 60, "resubmitUnchanged", 40);
        late("evaluationRequested", true, 60, false, 40);
        late("evaluationResult", "closure", 1);
        late("followUpNeeded", false, 1);
        late("contactAttempt", "reached", 50, "exhausted", 50);
        late("suspensionDecision", "suspend", 1);
        late("transferReply", "received", 1);
        late("withdrawalConfirmed", true, 1);
        late("welfareReview", "closure", 1);
        late("complaintAnswer", "final", 1);
        late("closingConfirmed", true, 1);
        late("welfareWish", "wants", 1);
        late("unwillingnessReview", "confirmedUnwilling", 1);
        late("welfareOutcome", "started", 1);
        late("referralReply", "accepted", 1);
        late("emergencyResolved", true, 1);
        late("employmentResult", "ended", 1);
        late("retentionResult", "ended", 1);
    }

    private Leanings() {}

    private static void usual(String field, Object... valuesAndWeights) {
        USUAL.put(field, weights(valuesAndWeights));
    }

    private static void late(String field, Object value, Object... rest) {
        Object[] all = new Object[rest.length + 1];
        all[0] = value;
        System.arraycopy(rest, 0, all, 1, rest.length);
        TOWARDS_THE_END.put(field, weights(all));
    }

    private static Map<Object, Integer> weights(Object... valuesAndWeights) {
        Map<Object, Integer> weights = new LinkedHashMap<>();
        for (int i = 0; i < valuesAndWeights.length; i += 2) {
            weights.put(valuesAndWeights[i], (Integer) valuesAndWeights[i + 1]);
        }
        return weights;
    }

    /** True if the field decides the way. */
    static boolean decides(String field) {
        return USUAL.containsKey(field) || field.equals("wardDecision");
    }

    static Map<Object, Integer> of(String field, boolean towardsTheEnd) {
        return towardsTheEnd && TOWARDS_THE_END.containsKey(field) ? TOWARDS_THE_END.get(field) : USUAL.get(field);
    }
}
