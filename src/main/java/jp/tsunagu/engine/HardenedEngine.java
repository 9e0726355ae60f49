package jp.tsunagu.engine;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.tsunagu.engine.guard.AllowedParts;
import jp.tsunagu.engine.guard.GuardedExpressions;
import jp.tsunagu.engine.guard.NoScripts;
import jp.tsunagu.engine.guard.ProcedureGuard;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Closes what a procedure could reach beyond its parts (decision 25): the running engine's and that of a trial alike. */
@Order(Ordered.LOWEST_PRECEDENCE)
class HardenedEngine extends AbstractProcessEnginePlugin {

    private final Supplier<AllowedParts> parts;
    private final Function<String, Object> beans;

    /**
     * @param parts asked late: the engine is made before most beans exist
     * @param beans name → bean; asked for names of the list only
     */
    HardenedEngine(Supplier<AllowedParts> parts, Function<String, Object> beans) {
        this.parts = parts;
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new GuardedExpressions(parts, beans));
        NoScripts.in(engine);
        // values of classes that somebody names are not made from what they send
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setCustomPreDeployers(EnginePlugin.add(
                engine.getCustomPreDeployers(), List.of(new DeploymentGuard(new ProcedureGuard(parts)))));
    }
}
