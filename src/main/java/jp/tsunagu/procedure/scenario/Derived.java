package jp.tsunagu.procedure.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.access.Roles;
import jp.tsunagu.calendar.MonthDates;
import jp.tsunagu.plan.EmploymentServices;

/**
 * What the program adds to the answers of a step out of the case file. The content of a plan is not told: only which of its
 * versions was agreed to and approved, and which services it has.
 */
final class Derived {

    private final TrialStage stage;

    Derived(TrialStage stage) {
        this.stage = stage;
    }

    /** Variables of the step that is done now; a variable set to null is forgotten. */
    Map<String, Object> of(String step, String role, ObjectNode answers, LocalDate actDate) {
        Map<String, Object> values = new HashMap<>();
        JsonNode next = answers.path("record").path("nextDate");
        if (next.isTextual()) {
            values.put("nextContactDate", TrialStage.date(LocalDate.parse(next.asText())));
        }
        TrialPlan plan = stage.present().plan;
        switch (step) {
            case "assessEmployment" -> values.put("employmentAssessed", true);
            case "draftPlan", "draftEmploymentPart" -> plan.drafted();
            case "obtainPlanAgreement" ->
                agreement(answers.path("planAgreement").asText(), values);
            case "convenePlanConference", "conveneEvaluationConference" ->
                values.put("conferenceDate", TrialStage.date(actDate));
            case "recordPlanConference" ->
                conference(answers.path("conferenceResult").asText(), values);
            case "submitPlan" -> {
                plan.submitted(actDate);
                values.put("decisionType", stage.decisionType(actDate));
                values.put("employmentSupportNeeded", EmploymentServices.anyIn(stage.services()));
            }
            case "reviseAndResubmit" -> plan.submitted(actDate);
            case "checkPlan" -> values.put("approvalMethod", "tsunagu");
            case "decidePlan", "recordExternalDecision" -> decision(step, role, answers, actDate, values);
            case "recordEvaluationConference" -> day(answers, "newEvaluationDate", "nextEvaluationDate", values);
            case "closeCase", "closeEarly" -> closing(answers, actDate, values);
            case "followUp", "followUpAfterClosing" -> followUp(answers, values);
            case "reviewUnwillingness" -> {
                values.put("welfareNeedSince", Date.from(stage.clock().instant()));
                values.put("nextContactDate", null);
            }
            default -> {
                // nothing is added
            }
        }
        return values;
    }

    private void agreement(String answer, Map<String, Object> values) {
        TrialPlan plan = stage.present().plan;
        if (answer.equals("agreed")) {
            plan.agreed();
            values.put("conferenceNeeded", !plan.isApproved());
            values.put("agreementNeeded", false);
        }
    }

    private void conference(String result, Map<String, Object> values) {
        TrialPlan plan = stage.present().plan;
        if (!result.equals("returned")) {
            plan.approved(result.equals("approvedWithChanges"));
            values.put("agreementNeeded", !plan.isAgreed());
        }
    }

    private void decision(String step, String role, ObjectNode answers, LocalDate actDate, Map<String, Object> values) {
        boolean inTsunagu = step.equals("decidePlan");
        values.put("decidedByDeputy", inTsunagu && !role.equals(Roles.WARD_SECTION_CHIEF));
        values.put("decisionType", stage.decisionType(actDate));
        if (answers.path("wardDecision").asText().equals("rejected")) {
            values.put("rejectionCount", stage.present().plan.rejectedAgain());
        }
    }

    private void closing(ObjectNode answers, LocalDate actDate, Map<String, Object> values) {
        List<LocalDate> days = new ArrayList<>();
        answers.path("followUpMonths")
                .forEach(months -> days.add(MonthDates.plusMonths(actDate, Integer.parseInt(months.asText()))));
        days.sort(null);
        stage.present().followUps = days;
        nextFollowUp(values);
    }

    private void followUp(ObjectNode answers, Map<String, Object> values) {
        if (answers.path("followUpNeeded").asBoolean()) {
            nextFollowUp(values);
        }
    }

    private void nextFollowUp(Map<String, Object> values) {
        List<LocalDate> left = stage.present().followUps;
        if (!left.isEmpty()) {
            values.put("nextFollowUpDate", TrialStage.date(left.get(0)));
            stage.present().followUps = left.subList(1, left.size());
        }
    }

    private static void day(ObjectNode answers, String field, String variable, Map<String, Object> values) {
        JsonNode day = answers.path(field);
        if (day.isTextual()) {
            values.put(variable, TrialStage.date(LocalDate.parse(day.asText())));
        }
    }

    /** What the step means for everything beside it: a case that ends takes along what only runs for it. */
    void settle(String step, ObjectNode answers, String instance) {
        boolean ends =
                switch (step) {
                    case "closeCase", "personDied" -> true;
                    case "closeEarly" -> answers.path("closingConfirmed").asBoolean();
                    case "decideTriage" ->
                        answers.path("triageResult").asText().equals("informationOnly")
                                && !stage.present().known.path("applied").asBoolean();
                    default -> false;
                };
        if (ends) {
            stage.caseEnded(instance);
        }
    }
}
