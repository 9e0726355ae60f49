package jp.tsunagu.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.ProcessEngineLogger;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TenantManager;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Builds our door, guards and visibility into the engine. Runs last, so that no other plugin undoes it. */
@Order(Ordered.LOWEST_PRECEDENCE)
class EnginePlugin extends AbstractProcessEnginePlugin {

    private final Supplier<VariableLists> variables;
    private final WorkListener work;
    private final Supplier<TaskGate> gate;
    private final Supplier<ProcedureSets> sets;
    private final Supplier<FormActs> acts;
    private final Supplier<FailedJobWatch> failedJobs;
    private final Supplier<RarelyChanged> known;

    EnginePlugin(
            Supplier<VariableLists> variables,
            WorkListener work,
            Supplier<TaskGate> gate,
            Supplier<ProcedureSets> sets,
            Supplier<FormActs> acts,
            Supplier<FailedJobWatch> failedJobs,
            Supplier<RarelyChanged> known) {
        this.variables = variables;
        this.work = work;
        this.gate = gate;
        this.sets = sets;
        this.acts = acts;
        this.failedJobs = failedJobs;
        this.known = known;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        LeanEngine.set(engine);
        engine.setFormService(new FormDoor(acts));
        engine.setTaskService(new GuardedTaskService());
        // the engine's default allows no hyphen in the id of a group
        engine.setGroupResourceWhitelistPattern("[a-z-]+");
        engine.setCommandCheckers(List.of(new TaskChecks(gate)));
        engine.setCustomSessionFactories(add(
                engine.getCustomSessionFactories(),
                new Door.Factory(),
                new ManagerFactory(AuthorizationManager.class, () -> new TaskVisibility(gate)),
                new ManagerFactory(TenantManager.class, () -> new RestrictedLists(gate))));
        // an administrator who reads instances does not read their values with it
        engine.setEnforceSpecificVariablePermission(true);
        engine.setTenantIdProvider(new RestrictedStarts(gate));
        engine.setCustomSessionFactories(add(engine.getCustomSessionFactories(), KnownDefinitions.factories(known)));
        engine.setCustomPostBPMNParseListeners(add(
                engine.getCustomPostBPMNParseListeners(), new BuiltInBehaviour(work, new ProcedureSetBinding(sets))));
        engine.setCustomIncidentHandlers(add(engine.getCustomIncidentHandlers(), new FailedJobIncidents(failedJobs)));
        // the last word on a failed job: another plugin of the starter puts the engine's own factory in before
        engine.setFailedJobCommandFactory(FailedJob::new);
        engine.setHistoryEventProducer(new PlainHistory());
        engine.setCustomPreCommandInterceptorsTxRequired(add(
                engine.getCustomPreCommandInterceptorsTxRequired(),
                new DatabaseAwayInterceptor(),
                new SideDoorInterceptor(engine)));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(add(
                engine.getCustomPreCommandInterceptorsTxRequiresNew(),
                new DatabaseAwayInterceptor(),
                new SideDoorInterceptor(engine)));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setVariableTypes(new GuardedSerializers(engine, new VariableGuard(variables)));
        ExecuteJobHelper.LOGGING_HANDLER = EnginePlugin::logPlainly;
    }

    /** The engine would print what an exception says, and a library's may quote what it choked on. */
    private static void logPlainly(String jobId, Throwable failure) {
        ProcessEngineLogger.JOB_EXECUTOR_LOGGER.exceptionWhileExecutingJob(
                jobId, failure instanceof OptimisticLockingException ? failure : PlainFailure.of(failure));
    }

    @SafeVarargs
    private static <T> List<T> add(List<? extends T> present, T... more) {
        return add(present, List.of(more));
    }

    static <T> List<T> add(List<? extends T> present, List<? extends T> more) {
        List<T> all = new ArrayList<>(present == null ? List.of() : present);
        all.addAll(more);
        return all;
    }
}
