package jp.tsunagu.engine;

import java.util.List;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** The settings of our engine on one that has nothing else of ours: what it remembers, and no rows per task. */
public final class OwnEngineSettings extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setResourceAuthorizationProvider(new NoTaskRows());
        engine.setCustomHistoryLevels(List.of(new CaseHistoryLevel()));
        engine.setHistory(new CaseHistoryLevel().getName());
        engine.setDmnEngineConfiguration(new DefaultDmnEngineConfiguration().feelEngineFactory(TableExpressions::new));
        engine.setTaskMetricsEnabled(false);
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        engine.setHistoryCleanupStrategy(ProcessEngineConfiguration.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
        engine.setEnableCmdExceptionLogging(false);
    }
}
