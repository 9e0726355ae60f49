package jp.tsunagu.engine;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.util.function.SingletonSupplier;

/** How the engine of a {@link TrialEngine} is put together: in memory, and for the rest as strict as the real one. */
final class TrialConfiguration {

    private static final String DATABASE = "jdbc:h2:mem:trial;DB_CLOSE_DELAY=-1";

    private TrialConfiguration() {}

    static ProcessEngineConfiguration of(
            Map<Object, Object> beans, VariableCatalogue variables, BiConsumer<String, String> passed) {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl(DATABASE);
        configuration.setProcessEngineName("trial");
        configuration.setHistory(ProcessEngineConfigurationImpl.HISTORY_ACTIVITY);
        configuration.setEnableDefaultDbHistoryEventHandler(false);
        configuration.setCustomHistoryEventHandlers(List.of(new Passing(passed)));
        configuration
                .getProcessEnginePlugins()
                .add(new HardenedEngine(SingletonSupplier.of(() -> DeclaredParts.given(beans)), beans::get));
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setEnableCmdExceptionLogging(false);
        configuration.setAuthorizationEnabled(false);
        configuration.setDmnEngineConfiguration(
                new DefaultDmnEngineConfiguration().feelEngineFactory(TableExpressions::new));
        configuration.getProcessEnginePlugins().add(new AbstractProcessEnginePlugin() {
            @Override
            public void postInit(ProcessEngineConfigurationImpl made) {
                made.setVariableTypes(
                        new GuardedSerializers(made, new VariableGuard(() -> VariableLists.always(variables))));
            }
        });
        return configuration;
    }

    /** The engine's own account of what happens, which goes nowhere else. */
    private record Passing(BiConsumer<String, String> passed) implements HistoryEventHandler {

        @Override
        public void handleEvent(HistoryEvent event) {
            if (event instanceof HistoricActivityInstanceEventEntity element
                    && event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_START)) {
                passed.accept(element.getProcessDefinitionKey(), element.getActivityId());
            }
        }

        @Override
        public void handleEvents(List<HistoryEvent> events) {
            events.forEach(this::handleEvent);
        }
    }
}
