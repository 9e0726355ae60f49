package jp.tsunagu.engine;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.engine.ProcedureSets.Part;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Processes of one case that run beside each other: a handover or emergency support is an instance of its own with the
 * same case number, so that no end of the main process can cancel it.
 */
@Component
public class CaseInstances {

    private static final String CASE_ENDED = "caseEnded";

    private static final String OPEN_TASKS = """
            from act_ru_task task join act_ru_execution process on process.id_ = task.proc_inst_id_
            where process.business_key_ = ?""";

    private static final String WAITING_FOR_THE_END = """
            select waiting.execution_id_ from act_ru_event_subscr waiting
            join act_ru_execution process on process.id_ = waiting.proc_inst_id_
            where process.business_key_ = :caseNumber
              and waiting.event_type_ = 'message' and waiting.event_name_ = '%s'
              and process.id_ <> :speaking
              and process.id_ not in (
                select caller.proc_inst_id_ from act_ru_execution spoken
                join act_ru_execution caller on caller.id_ = spoken.super_exec_
                where spoken.id_ = :speaking)
            order by waiting.created_""".formatted(CASE_ENDED);

    private static final String UNDER_WAY = """
            select process.id_, definition.key_, waiting.event_name_
            from act_ru_execution process join act_re_procdef definition on definition.id_ = process.proc_def_id_
            left join act_ru_event_subscr waiting
              on waiting.proc_inst_id_ = process.id_ and waiting.event_type_ = 'message'
            where process.business_key_ = ? and process.id_ = process.proc_inst_id_""";

    private final ProcessEngine engine;
    private final InternalActs acts;
    private final ProcedureSets sets;
    private final JdbcClient database;
    private final OneSet oneSet;

    CaseInstances(
            @Lazy ProcessEngine engine, InternalActs acts, ProcedureSets sets, JdbcClient database, OneSet oneSet) {
        this.engine = engine;
        this.acts = acts;
        this.sets = sets;
        this.database = database;
        this.oneSet = oneSet;
    }

    /**
     * Starts a process of its own for a case, in the transaction of the caller and on the caller's procedure set.
     *
     * @param waitingInstance the instance that waits for its result, or null
     * @return the new instance's id
     */
    public String start(String processKey, String caseNumber, int procedureSet, String waitingInstance) {
        return start(processKey, caseNumber, procedureSet, waitingInstance, Map.of());
    }

    /**
     * The same for a process that has to know more from its start.
     *
     * @param facts further variables
     */
    public String start(
            String processKey, String caseNumber, int procedureSet, String waitingInstance, Map<String, Object> facts) {
        return acts.perform("開始 " + processKey, () -> {
            oneSet.hold(caseNumber, procedureSet);
            Map<String, Object> variables = new HashMap<>(facts);
            variables.put(Names.CASE_NUMBER, caseNumber);
            variables.put(Names.PROCEDURE_SET, procedureSet);
            if (waitingInstance != null) {
                variables.put(Names.WAITING_INSTANCE, waitingInstance);
            }
            ProcessDefinition definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(processKey)
                    .processDefinitionVersion(sets.version(procedureSet, Part.PROCESS, processKey))
                    .withoutTenantId()
                    .singleResult();
            ProcessInstance instance =
                    engine.getRuntimeService().startProcessInstanceById(definition.getId(), caseNumber, variables);
            return instance.getId();
        });
    }

    /**
     * Reports a result to an instance that waits for it. One that no longer waits (it has ended, or moved on) is left alone.
     *
     * @return true if somebody was waiting
     */
    public boolean report(String message, String waitingInstance, Map<String, Object> results) {
        if (waitingInstance == null) {
            return false;
        }
        return acts.perform("結果 " + message, () -> {
            List<Execution> waiting = waiting(message, waitingInstance);
            waiting.forEach(
                    execution -> engine.getRuntimeService().messageEventReceived(message, execution.getId(), results));
            return !waiting.isEmpty();
        });
    }

    /**
     * Tells every process that runs beside a case that the case is over. The one that says so goes on to its own end.
     *
     * @param speaking the instance whose step ends the case; the instance that called it is spared too
     */
    public void caseEnded(String caseNumber, String speaking) {
        acts.perform("終わり " + caseNumber, () -> {
            database.sql(WAITING_FOR_THE_END)
                    .param("caseNumber", caseNumber)
                    .param("speaking", speaking)
                    .query(String.class)
                    .list()
                    .forEach(execution -> engine.getRuntimeService().messageEventReceived(CASE_ENDED, execution));
            return null;
        });
    }

    private List<Execution> waiting(String message, String instance) {
        return engine.getRuntimeService()
                .createExecutionQuery()
                .processInstanceId(instance)
                .messageEventSubscriptionName(message)
                .list();
    }

    /** True if this process is under way for the case. */
    public boolean isRunning(String processKey, String caseNumber) {
        return acts.perform(
                "照会 " + processKey,
                () -> engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processDefinitionKey(processKey)
                                .processInstanceBusinessKey(caseNumber)
                                .count()
                        > 0);
    }

    /**
     * What is under way in a case at this moment.
     *
     * @param processes the running instances, each with the key of its process
     * @param awaited the messages that each of them would take now
     */
    public record UnderWay(Map<String, String> processes, Map<String, Set<String>> awaited) {

        public boolean isAlive(String instance) {
            return instance != null && processes.containsKey(instance);
        }

        public boolean isRunning(String processKey) {
            return processes.containsValue(processKey);
        }

        public boolean waitsFor(String message, String instance) {
            return awaited.getOrDefault(instance, Set.of()).contains(message);
        }
    }

    /** Everything that is under way in a case, asked at once. */
    public UnderWay underWay(String caseNumber) {
        Map<String, String> processes = new HashMap<>();
        Map<String, Set<String>> awaited = new HashMap<>();
        database.sql(UNDER_WAY).param(caseNumber).query(row -> {
            processes.put(row.getString(1), row.getString(2));
            if (row.getString(3) != null) {
                awaited.computeIfAbsent(row.getString(1), first -> new HashSet<>())
                        .add(row.getString(3));
            }
        });
        return new UnderWay(processes, awaited);
    }

    /** The running instances of a process beside the case. */
    public List<String> running(String processKey, String caseNumber) {
        return acts.perform(
                "照会 " + processKey,
                () -> engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey(processKey)
                        .processInstanceBusinessKey(caseNumber)
                        .list()
                        .stream()
                        .map(ProcessInstance::getId)
                        .toList());
    }

    /** The open steps of a case over all its processes. */
    public List<String> openSteps(String caseNumber) {
        return database.sql("select task.task_def_key_ " + OPEN_TASKS)
                .param(caseNumber)
                .query(String.class)
                .list();
    }

    /** True if this person has an open step of the case in hand, in any of its processes. */
    public boolean hasStep(String user, String caseNumber) {
        return database.sql("select exists (select " + OPEN_TASKS + " and task.assignee_ = ?)")
                .params(caseNumber, user)
                .query(Boolean.class)
                .single();
    }

    /** True if this instance has not come to its end. */
    public boolean isAlive(String instance) {
        return instance != null
                && acts.perform(
                        "照会 手続",
                        () -> engine.getRuntimeService()
                                        .createProcessInstanceQuery()
                                        .processInstanceId(instance)
                                        .count()
                                > 0);
    }

    /** Sets a day that a running instance goes by; one that has ended is left alone. */
    public void setDay(String instance, String variable, LocalDate day) {
        acts.perform("日付 " + variable, () -> {
            if (isAlive(instance)) {
                engine.getRuntimeService().setVariable(instance, variable, asDate(day));
            }
            return null;
        });
    }

    /** A day as the engine's Date: midnight in Tokyo. */
    public static Date asDate(LocalDate day) {
        return DecisionVariables.startOf(day);
    }
}
