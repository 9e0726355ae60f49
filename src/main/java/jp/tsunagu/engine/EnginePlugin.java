package jp.tsunagu.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Builds our door, guards and visibility into the engine. Runs last, so that no other plugin undoes it. */
@Order(Ordered.LOWEST_PRECEDENCE)
class EnginePlugin extends AbstractProcessEnginePlugin {

    private final VariableCatalogue variables;
    private final Supplier<TaskGate> gate;
    private final Supplier<Members> members;
    private final Supplier<ProcedureSets> sets;
    private final Supplier<FormActs> acts;

    EnginePlugin(
            VariableCatalogue variables,
            Supplier<TaskGate> gate,
            Supplier<Members> members,
            Supplier<ProcedureSets> sets,
            Supplier<FormActs> acts) {
        this.variables = variables;
        this.gate = gate;
        this.members = members;
        this.sets = sets;
        this.acts = acts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFormService(new FormDoor(acts));
        engine.setTaskService(new GuardedTaskService());
        engine.setResourceAuthorizationProvider(new NoTaskRows());
        // a refusal is an answer, not an error of the server; REST and the job executor log what really fails
        engine.setEnableCmdExceptionLogging(false);
        // the engine's default allows no hyphen in the id of a group
        engine.setGroupResourceWhitelistPattern("[a-z-]+");
        engine.setCommandCheckers(List.of(new TaskChecks(gate)));
        engine.setCustomHistoryLevels(List.of(new CaseHistoryLevel()));
        engine.setHistory(new CaseHistoryLevel().getName());
        engine.setCustomSessionFactories(
                add(engine.getCustomSessionFactories(), new Door.Factory(), new TaskVisibility.Factory(gate)));
        engine.setCustomPostBPMNParseListeners(add(
                engine.getCustomPostBPMNParseListeners(),
                new BuiltInBehaviour(new WorkListener(gate, members), new ProcedureSetBinding(sets))));
        SideDoorInterceptor sideDoors = new SideDoorInterceptor(engine);
        engine.setCustomPreCommandInterceptorsTxRequired(
                add(engine.getCustomPreCommandInterceptorsTxRequired(), sideDoors));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                add(engine.getCustomPreCommandInterceptorsTxRequiresNew(), new SideDoorInterceptor(engine)));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setVariableTypes(new GuardedSerializers(engine.getVariableSerializers(), new VariableGuard(variables)));
    }

    @SafeVarargs
    private static <T> List<T> add(List<? extends T> present, T... more) {
        List<T> all = new ArrayList<>(present == null ? List.of() : present);
        all.addAll(List.of(more));
        return all;
    }
}
