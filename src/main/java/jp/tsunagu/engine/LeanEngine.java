package jp.tsunagu.engine;

import static org.camunda.bpm.engine.ProcessEngineConfiguration.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED;
import static org.camunda.bpm.engine.ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE;

import java.util.List;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** What the engine does not write, count or work out twice, as nobody here reads it. Changes nothing of what it does. */
final class LeanEngine {

    private LeanEngine() {}

    static void set(ProcessEngineConfigurationImpl engine) {
        engine.setCustomSessionFactories(EnginePlugin.add(engine.getCustomSessionFactories(), NeverAsked.factories()));
        engine.setResourceAuthorizationProvider(new NoTaskRows());
        // a refusal is an answer, not an error of the server; REST and the job executor log what really fails
        engine.setEnableCmdExceptionLogging(false);
        engine.setDmnEngineConfiguration(new DefaultDmnEngineConfiguration().feelEngineFactory(TableExpressions::new));
        // counted for the vendor's licences
        engine.setTaskMetricsEnabled(false);
        // a case that ends is not written a second time for the day its history goes: that is its end and the ten years
        // of the diagram
        engine.setHistoryRemovalTimeStrategy(HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        engine.setHistoryCleanupStrategy(HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
        engine.setHistoryEventHandler(new StepHistory());
        engine.setCustomHistoryLevels(List.of(new CaseHistoryLevel()));
        engine.setHistory(new CaseHistoryLevel().getName());
    }
}
