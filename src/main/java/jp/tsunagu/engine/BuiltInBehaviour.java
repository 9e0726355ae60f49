package jp.tsunagu.engine;

import jp.tsunagu.engine.ProcedureSets.Part;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.core.model.BaseCallableElement;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ConstantValueProvider;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.NullValueProvider;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.DecisionEvaluationUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Adds to every deployed diagram what no diagram may lack: routing, the guarded door, references by procedure set. */
class BuiltInBehaviour extends AbstractBpmnParseListener {

    private final WorkListener work;
    private final StartListener start = new StartListener();
    private final ProcedureSetBinding binding;

    BuiltInBehaviour(WorkListener work, ProcedureSetBinding binding) {
        this.work = work;
        this.binding = binding;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.addBuiltInListener(ExecutionListener.EVENTNAME_START, start);
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl event) {
        if (scope instanceof ProcessDefinitionEntity process) {
            binding.bindForm(process.getStartFormDefinition());
        }
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, work);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, work);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, work);
        binding.bindForm(task.getFormDefinition());
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        BaseCallableElement called =
                ((CallableElementActivityBehavior) activity.getActivityBehavior()).getCallableElement();
        binding.bind(called, Part.PROCESS);
    }

    /** The engine gives no access to the reference inside its behaviour: it is built again from the diagram. */
    private DmnBusinessRuleTaskActivityBehavior decisionOfSet(Element element) {
        BaseCallableElement decision = new BaseCallableElement();
        decision.setDefinitionKeyValueProvider(new ConstantValueProvider(camunda(element, "decisionRef")));
        decision.setVersionTagValueProvider(new NullValueProvider());
        binding.bind(decision, Part.DECISION);
        return new DmnBusinessRuleTaskActivityBehavior(
                decision,
                camunda(element, "resultVariable"),
                DecisionEvaluationUtil.getDecisionResultMapperForName(camunda(element, "mapDecisionResult")));
    }

    private static String camunda(Element element, String attribute) {
        return element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, attribute);
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof DmnBusinessRuleTaskActivityBehavior) {
            activity.setActivityBehavior(decisionOfSet(element));
        }
    }
}
