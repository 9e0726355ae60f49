package jp.tsunagu.engine;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.tsunagu.engine.guard.AllowedParts;
import jp.tsunagu.engine.guard.GuardedExpressions;
import jp.tsunagu.engine.guard.NoScripts;
import jp.tsunagu.engine.guard.ProcedureGuard;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** Closes what a procedure could reach beyond its parts (decision 25): the running engine's and that of a trial alike. */
final class HardenedEngine {

    private HardenedEngine() {}

    static void set(
            ProcessEngineConfigurationImpl engine, Supplier<AllowedParts> parts, Function<String, Object> beans) {
        engine.setExpressionManager(new GuardedExpressions(parts, beans));
        NoScripts.in(engine);
        // values of classes that somebody names are not made from what they send
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setCustomPreDeployers(EnginePlugin.add(
                engine.getCustomPreDeployers(), List.of(new DeploymentGuard(new ProcedureGuard(parts)))));
    }
}
