package jp.tsunagu.support;

import java.time.Clock;
import java.time.LocalDate;
import jp.tsunagu.casefile.CaseStatus;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.Names;
import jp.tsunagu.engine.OpenToProcedures;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Where the main process ends and no step has closed the case (つなぎで終了), the case file is closed too. Named in the diagram. */
@OpenToProcedures
@Component("mainProcessEnd")
public class MainProcessEnd implements ExecutionListener {

    private final Cases cases;
    private final CaseInstances instances;
    private final Clock clock;

    MainProcessEnd(Cases cases, CaseInstances instances, Clock clock) {
        this.cases = cases;
        this.instances = instances;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable(Names.CASE_NUMBER);
        if (cases.find(caseNumber).status() != CaseStatus.CLOSED) {
            cases.become(caseNumber, CaseStatus.CLOSED, LocalDate.now(clock));
            instances.caseEnded(caseNumber, execution.getProcessInstanceId());
        }
    }
}
