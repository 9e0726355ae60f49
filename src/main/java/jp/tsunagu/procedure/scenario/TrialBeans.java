package jp.tsunagu.procedure.scenario;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.calendar.MonthDates;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.Names;
import jp.tsunagu.engine.TrialEngine.Open;
import jp.tsunagu.plan.EmploymentServices;
import jp.tsunagu.work.Deadlines;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * The building blocks under the names the diagrams know them by: what moves a case is done, on the told case; what writes a
 * letter or a record is only noted.
 */
final class TrialBeans {

    private static final String WARD_SILENCE = "wardSilence";
    private static final Set<String> WARDS_TURN = Set.of(
            "checkPlan", "writeRejectionReason", "approveAsSubsectionChief", "decidePlan", "recordExternalDecision");

    private final TrialStage stage;
    private final Deadlines deadlines;
    private final Map<Object, Object> beans = new HashMap<>();

    private TrialBeans(TrialStage stage) {
        this.stage = stage;
        deadlines = Deadlines.by(
                (set, step) ->
                        stage.engine().rows("stepTarget", Map.of("municipality", stage.municipality(), "step", step)),
                stage.workingDays(),
                stage.clock());
    }

    static Map<Object, Object> on(TrialStage stage) {
        TrialBeans all = new TrialBeans(stage);
        all.beans.put("deadlines", all.deadlines);
        all.beans.put("workingDays", stage.workingDays());
        all.beans.put("caseFacts", new TrialFacts(stage));
        all.beans.put("approvers", new TrialApprovers(stage));
        all.beans.put("besideCase", new TrialBeside(stage));
        all.beans.put("waitingCase", new TrialWaiting(stage));
        all.beans.put("mainProcessEnd", (ExecutionListener) all::mainProcessEnds);
        all.block("startEmergencySupport", execution -> stage.start("emergencySupport", null, Map.of()));
        all.block("startWelfareOfficeReferral", all::startWelfareOfficeReferral);
        all.block("startReferral", execution -> stage.start("referral", execution.getProcessInstanceId(), Map.of()));
        all.block("startDeputyReview", execution -> stage.start("deputyDecisionReview", null, Map.of()));
        all.block("reportWelfareOutcome", all::reportWelfareOutcome);
        all.block("reportReferralReply", all::reportReferralReply);
        all.block("reportWardSilence", all::reportWardSilence);
        all.block("recordPlanDecision", all::recordPlanDecision);
        for (String noted :
                new String[] {"escalateHandover", "notifySupportDecision", "distributeDecidedPlan", "notifyRejection"
                }) {
            all.block(noted, execution -> {});
        }
        return all.beans;
    }

    private void block(String name, JavaDelegate does) {
        beans.put(name, (JavaDelegate) execution -> {
            stage.present().asked.add(name);
            does.execute(execution);
        });
    }

    private void mainProcessEnds(DelegateExecution execution) {
        if (!stage.present().closed) {
            stage.caseEnded(execution.getProcessInstanceId());
        }
    }

    private void startWelfareOfficeReferral(DelegateExecution execution) {
        if (stage.present().handovers.isEmpty()) {
            Object sameDay =
                    stage.engine().rows("handoverUrgency", Map.of(Names.CASE_NUMBER, TrialCase.NUMBER)).stream()
                            .anyMatch(row -> Boolean.TRUE.equals(row.get("sameDay")));
            Map<String, Object> facts = Map.of(
                    "sameDay",
                    sameDay,
                    "welfareNeedSince",
                    Date.from(stage.clock().instant()));
            stage.present()
                    .handovers
                    .add(stage.start("welfareOfficeReferral", execution.getProcessInstanceId(), facts));
        }
    }

    private void reportWelfareOutcome(DelegateExecution execution) {
        Object outcome = execution.getVariable("welfareOutcome");
        String result = outcome == null ? "notApplied" : (String) outcome;
        stage.present().handovers.remove(execution.getProcessInstanceId());
        String waiting = (String) execution.getVariable(Names.WAITING_INSTANCE);
        boolean heard = stage.engine().report("welfareOutcomeRecorded", waiting, Map.of("welfareOutcome", result));
        if (!heard && result.equals("started")) {
            stage.engine().report("welfareStarted", waiting, Map.of());
        }
    }

    private void reportReferralReply(DelegateExecution execution) {
        String waiting = (String) execution.getVariable(Names.WAITING_INSTANCE);
        Object reply = execution.getVariable("referralReply");
        stage.engine().report("referralAnswered", waiting, Map.of("referralReply", reply));
    }

    private void reportWardSilence(DelegateExecution execution) {
        WorkingDays days = stage.workingDays();
        LocalDate due =
                deadlines.dayAfter(execution, WARD_SILENCE, stage.present().plan.submittedOn());
        boolean wardsTurn = stage.engine().open().stream().map(Open::step).anyMatch(WARDS_TURN::contains);
        if (!stage.isRunning("planDecision")) {
            execution.setVariable(WARD_SILENCE, "decided");
        } else if (wardsTurn && !days.today().isBefore(due)) {
            execution.setVariable(WARD_SILENCE, "silent");
        } else {
            LocalDate tomorrow = days.addWorkingDays(days.today(), 1);
            execution.setVariable(WARD_SILENCE, "recheck");
            execution.setVariable(WARD_SILENCE + "Again", days.closing(due.isAfter(tomorrow) ? due : tomorrow));
        }
    }

    /** The next evaluation by what the plan says, else by the procedure's own table; contact at least monthly. */
    private void recordPlanDecision(DelegateExecution execution) {
        LocalDate decidedOn = WorkingDays.dayOf((Date) execution.getVariable(Names.ACT_DATE));
        int told = stage.present().known.path("reviewMonths").asInt();
        int months = told > 0 ? told : reviewInterval(execution);
        execution.setVariable("nextEvaluationDate", TrialStage.date(MonthDates.plusMonths(decidedOn, months)));
        execution.setVariable("nextContactDate", TrialStage.date(MonthDates.plusMonths(decidedOn, 1)));
    }

    private int reviewInterval(DelegateExecution execution) {
        Object months = stage.first(
                "reviewInterval",
                "months",
                Map.of(
                        "urgent",
                        stage.present().known.path("urgent").asBoolean(),
                        "hasSupportDecision",
                        "planAndSupport".equals(execution.getVariable("decisionType")),
                        "hasEmploymentSupport",
                        EmploymentServices.anyIn(stage.services())));
        return ((Number) months).intValue();
    }
}
