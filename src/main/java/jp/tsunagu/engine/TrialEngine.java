package jp.tsunagu.engine;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/**
 * A plain engine in memory on which a procedure is tried out before it is published. It reads tables and refuses variables as
 * the real one does. It belongs in a JVM of its own: the engine's clock is one per JVM, and here it is moved by months.
 */
public final class TrialEngine implements AutoCloseable {

    private final ProcessEngine engine;
    private final RuntimeService runtime;

    private TrialEngine(ProcessEngine engine) {
        this.engine = engine;
        runtime = engine.getRuntimeService();
    }

    /**
     * Starts one.
     *
     * @param beans what diagrams and tables can name
     * @param variables those that may exist
     * @param passed told of every element as it is entered: key of the process, id of the element
     * @throws IllegalStateException if another engine runs in this JVM
     */
    public static TrialEngine start(
            Map<Object, Object> beans, VariableCatalogue variables, BiConsumer<String, String> passed) {
        if (!ProcessEngines.getProcessEngines().isEmpty()) {
            throw new IllegalStateException("a trial moves the clock of its JVM: no other engine may run beside it");
        }
        return new TrialEngine(TrialConfiguration.of(beans, variables, passed).buildProcessEngine());
    }

    /**
     * Puts a whole procedure in force; every reference then means the file of this procedure.
     *
     * @param files name → content
     * @throws UndeployableException if the engine cannot run it
     */
    public void deploy(Map<String, byte[]> files) {
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        files.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        try {
            deployment.deploy();
        } catch (ParseException e) {
            List<String> elements = e.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream())
                    .flatMap(problem -> problem.getElementIds().stream())
                    .distinct()
                    .toList();
            throw new UndeployableException(e.getMessage(), elements, e);
        } catch (ProcessEngineException e) {
            throw new UndeployableException(e.getMessage(), List.of(), e);
        }
    }

    /** Sets the one clock of this JVM. */
    public void at(Instant now) {
        EngineClock.show(now);
    }

    /** @return the instance's id, also if it has come to its end at once */
    public String start(String process, String caseNumber, Map<String, Object> variables) {
        return runtime.startProcessInstanceByKey(process, caseNumber, variables).getId();
    }

    public boolean knows(String process) {
        return engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .count()
                > 0;
    }

    /** @return false if the instance does not wait for the message */
    public boolean report(String message, String instance, Map<String, Object> results) {
        List<Execution> waiting = runtime.createExecutionQuery()
                .processInstanceId(instance)
                .messageEventSubscriptionName(message)
                .list();
        waiting.forEach(execution -> runtime.messageEventReceived(message, execution.getId(), results));
        return !waiting.isEmpty();
    }

    /**
     * Tells a message to all that wait for it.
     *
     * @param speaking the instance that says so; neither it nor the one that called it hears it
     */
    public void tellOthers(String message, String speaking) {
        List<String> spared = runtime.createProcessInstanceQuery().subProcessInstanceId(speaking).list().stream()
                .map(ProcessInstance::getId)
                .toList();
        runtime.createExecutionQuery().messageEventSubscriptionName(message).list().stream()
                .filter(waiting -> !waiting.getProcessInstanceId().equals(speaking)
                        && !spared.contains(waiting.getProcessInstanceId()))
                .forEach(waiting -> runtime.messageEventReceived(message, waiting.getId()));
    }

    /**
     * An open step.
     *
     * @param groups who may do it
     * @param form key of its form, or null
     * @param due until when, or null
     */
    public record Open(
            String id,
            String instance,
            String process,
            String step,
            String name,
            List<String> groups,
            String form,
            Instant due,
            Instant created) {}

    /** The steps that are open, the oldest first. */
    public List<Open> open() {
        return engine
                .getTaskService()
                .createTaskQuery()
                .initializeFormKeys()
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .map(this::open)
                .toList();
    }

    private Open open(Task task) {
        List<String> groups = engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .sorted()
                .toList();
        return new Open(
                task.getId(),
                task.getProcessInstanceId(),
                process(task.getProcessDefinitionId()),
                task.getTaskDefinitionKey(),
                task.getName(),
                groups,
                task.getCamundaFormRef() == null
                        ? null
                        : task.getCamundaFormRef().getKey(),
                instant(task.getDueDate()),
                instant(task.getCreateTime()));
    }

    public void complete(String task, Map<String, Object> variables) {
        engine.getTaskService().complete(task, variables);
    }

    public void moveDue(String task, Instant due) {
        Task moved = engine.getTaskService().createTaskQuery().taskId(task).singleResult();
        moved.setDueDate(Date.from(due));
        engine.getTaskService().saveTask(moved);
    }

    /**
     * Something the engine does by itself.
     *
     * @param due when; what is to be done at once has no time
     */
    public record Timer(String id, String process, String element, Instant due) {}

    /** What the engine will do by itself, the next first. */
    public List<Timer> timers() {
        Map<String, String> elements = engine.getManagementService().createJobDefinitionQuery().list().stream()
                .collect(Collectors.toMap(found -> found.getId(), found -> found.getActivityId()));
        return engine.getManagementService().createJobQuery().list().stream()
                .map((Job job) -> new Timer(
                        job.getId(),
                        job.getProcessDefinitionKey(),
                        elements.get(job.getJobDefinitionId()),
                        instant(job.getDuedate())))
                .sorted(Comparator.comparing(Timer::due, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Timer::element))
                .toList();
    }

    public void fire(Timer timer) {
        engine.getManagementService().executeJob(timer.id());
    }

    /** The running instances, those that are called too: id → key of the process. */
    public Map<String, String> running() {
        return runtime.createProcessInstanceQuery().list().stream()
                .collect(Collectors.toMap(
                        ProcessInstance::getId, instance -> process(instance.getProcessDefinitionId())));
    }

    /** A variable of a running instance; null if it has none of this name. */
    public Object value(String instance, String name) {
        return runtime.getVariable(instance, name);
    }

    /** The rows of a table that apply. */
    public List<Map<String, Object>> rows(String table, Map<String, Object> inputs) {
        return engine.getDecisionService()
                .evaluateDecisionByKey(table)
                .variables(inputs)
                .evaluate()
                .getResultList();
    }

    /** Nothing is left of what was tried; the procedure stays. */
    public void clear() {
        runtime.createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getId)
                .forEach(instance -> runtime.deleteProcessInstance(instance, "cleared", true, true, true));
    }

    @Override
    public void close() {
        engine.close();
        EngineClock.release();
    }

    /** A definition's id begins with the key of its process. */
    private static String process(String definition) {
        return definition.substring(0, definition.indexOf(':'));
    }

    private static Instant instant(Date date) {
        return date == null ? null : Instant.ofEpochMilli(date.getTime());
    }
}
