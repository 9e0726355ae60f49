package jp.tsunagu.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** The settings of our engine on one that has nothing else of ours: what it remembers, and no rows per task. */
public final class OwnEngineSettings extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        LeanEngine.set(engine);
    }
}
