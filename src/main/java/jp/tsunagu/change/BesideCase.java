package jp.tsunagu.change;

import java.util.HashMap;
import java.util.Map;
import jp.tsunagu.engine.BuildingBlock;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.Names;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The processes that run beside a case. Each is an instance of its own with the case's number: the procedure itself goes on
 * meanwhile. Named {@code besideCase} in the diagrams.
 */
@BuildingBlock(
        name = "連絡不通の手続を始める",
        description = "連絡がとれない人を探す手続を、別に始めます。",
        expression = "${besideCase.start(execution, 'lostContact')}")
@BuildingBlock(
        name = "転居・転出の手続を始める",
        description = "引っ越した人の手続を、別に始めます。",
        expression = "${besideCase.start(execution, 'personMove')}")
@BuildingBlock(
        name = "苦情の手続を始める",
        description = "苦情に答える手続を、別に始めます。",
        expression = "${besideCase.start(execution, 'complaint')}")
@BuildingBlock(
        name = "情報提供を止める手続を始める",
        description = "同意の取下げを関係者に知らせる手続を、別に始めます。",
        expression = "${besideCase.start(execution, 'consentWithdrawal')}")
@BuildingBlock(
        name = "取下げの手続を始める",
        description = "申込みの取下げを確かめる手続を、別に始めます。",
        expression = "${besideCase.start(execution, 'applicationWithdrawal')}")
@BuildingBlock(
        name = "保護開始後の見直しを始める",
        description = "生活保護が始まった人の支援を見直す手続を、別に始めます。",
        expression = "${besideCase.start(execution, 'welfareStart')}")
@BuildingBlock(
        name = "担当変更の手続を始める",
        description = "新しい担当を本人に引き合わせる手続を、別に始めます。",
        expression = "${besideCase.start(execution, 'workerChange')}")
@BuildingBlock(
        name = "連絡がついたことを待っている手続に伝える",
        description = "連絡を待っている手続に、連絡がついたことを伝えます。",
        expression = "${besideCase.pass(execution, 'contactResumed')}")
@BuildingBlock(
        name = "本筋を終わらせる",
        description = "主任が終結を決めたときに、本筋の手続を止めて、見守りだけを残します。",
        expression = "${besideCase.close(execution)}")
@Component("besideCase")
public class BesideCase {

    private static final String[] PASSED_ON = {Names.ACT_DATE, "moveKind"};
    private static final String[] CLOSING_FACTS = {"followUpNeeded", "nextFollowUpDate", Names.ACT_DATE};

    private final CaseInstances instances;

    BesideCase(CaseInstances instances) {
        this.instances = instances;
    }

    /** Begins one; a second of the same kind is not begun while the first is under way. */
    public void start(DelegateExecution execution, String process) {
        String caseNumber = (String) execution.getVariable(Names.CASE_NUMBER);
        if (!CaseEvent.isOnlyProcess(process) || !instances.isRunning(process, caseNumber)) {
            instances.start(
                    process,
                    caseNumber,
                    (Integer) execution.getVariable(Names.PROCEDURE_SET),
                    main(execution),
                    facts(execution, PASSED_ON));
        }
    }

    /** Passes a message on to those that wait for it. */
    public void pass(DelegateExecution execution, String message) {
        String caseNumber = (String) execution.getVariable(Names.CASE_NUMBER);
        instances.running("lostContact", caseNumber).forEach(instance -> instances.report(message, instance, Map.of()));
    }

    /** 主任 has decided to close: the procedure is interrupted, and only follow-up is left. */
    public void close(DelegateExecution execution) {
        instances.report("finalClosing", main(execution), facts(execution, CLOSING_FACTS));
    }

    /** The instance that carries the case: known to every process beside it; the main process is it. */
    private static String main(DelegateExecution execution) {
        Object waiting = execution.getVariable(Names.WAITING_INSTANCE);
        return waiting == null ? execution.getProcessInstanceId() : (String) waiting;
    }

    private static Map<String, Object> facts(DelegateExecution execution, String... names) {
        Map<String, Object> facts = new HashMap<>();
        for (String name : names) {
            if (execution.getVariable(name) != null) {
                facts.put(name, execution.getVariable(name));
            }
        }
        return facts;
    }
}
