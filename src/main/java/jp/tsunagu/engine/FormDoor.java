package jp.tsunagu.engine;

import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.form.StartFormDataImpl;
import org.camunda.bpm.engine.impl.form.TaskFormDataImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * The only door between a form and the rest, for people in Tasklist and for machines over REST alike. Every submission is
 * one engine command and so one transaction: case file, process and notices change together or not at all.
 */
class FormDoor extends FormServiceImpl {

    /** The page that renders any form with the current form-js; Tasklist's own renderer is too old for these forms. */
    static final String HOST_PAGE = "embedded:/assets/form-host.html";

    private final Supplier<FormActs> acts;

    FormDoor(Supplier<FormActs> acts) {
        this.acts = acts;
    }

    @Override
    public TaskFormData getTaskFormData(String taskId) {
        TaskFormData data = super.getTaskFormData(taskId);
        CamundaFormRef form = data == null ? null : data.getCamundaFormRef();
        if (form == null) {
            return data;
        }
        TaskFormDataImpl hosted = new TaskFormDataImpl();
        hosted.setTask(data.getTask());
        hosted.setFormKey(HOST_PAGE);
        hosted.setDeploymentId(data.getDeploymentId());
        return hosted;
    }

    @Override
    public StartFormData getStartFormData(String processDefinitionId) {
        StartFormData data = super.getStartFormData(processDefinitionId);
        CamundaFormRef form = data == null ? null : data.getCamundaFormRef();
        if (form == null) {
            return data;
        }
        StartFormDataImpl hosted = new StartFormDataImpl();
        hosted.setProcessDefinition(data.getProcessDefinition());
        hosted.setFormKey(HOST_PAGE);
        hosted.setDeploymentId(data.getDeploymentId());
        return hosted;
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId) {
        return commandExecutor.execute(acts.get().loadTask(taskId));
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserialize) {
        return getTaskFormVariables(taskId);
    }

    @Override
    public VariableMap getStartFormVariables(String processDefinitionId) {
        return commandExecutor.execute(acts.get().loadStart(processDefinitionId));
    }

    @Override
    public VariableMap getStartFormVariables(
            String processDefinitionId, Collection<String> names, boolean deserialize) {
        return getStartFormVariables(processDefinitionId);
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserialize) {
        try {
            return commandExecutor.execute(acts.get().submitTask(taskId, properties));
        } catch (OptimisticLockingException | ProcessEnginePersistenceException e) {
            if (!HeldElsewhere.isCauseOf(e)) {
                throw e;
            }
            throw RefusedException.ofAct("ほかの人が同時にこのケースを進めました。画面を開き直して、もう一度お試しください。入力は一時保存されています。");
        }
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        submitTaskFormWithVariablesInReturn(taskId, properties, false);
    }

    @Override
    public void submitTaskFormData(String taskId, Map<String, String> properties) {
        throw SideDoorException.to("submitTaskFormData");
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, String businessKey, Map<String, Object> given) {
        return commandExecutor.execute(acts.get().submitStart(processDefinitionId, given));
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> properties) {
        return submitStartForm(processDefinitionId, null, properties);
    }

    @Override
    public ProcessInstance submitStartFormData(String processDefinitionId, Map<String, String> properties) {
        throw SideDoorException.to("submitStartFormData");
    }

    @Override
    public ProcessInstance submitStartFormData(String processDefinitionId, String key, Map<String, String> properties) {
        throw SideDoorException.to("submitStartFormData");
    }
}
