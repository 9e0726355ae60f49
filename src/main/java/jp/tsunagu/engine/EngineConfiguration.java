package jp.tsunagu.engine;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** Puts the engine together. Collaborators are looked up late: the engine is built before most beans exist. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    Clock clock() {
        return new EngineClock();
    }

    @Bean
    VariableCatalogue variableCatalogue() throws IOException {
        try (InputStream yaml = new ClassPathResource("processes/variables.yaml").getInputStream()) {
            return VariableCatalogue.read(yaml);
        }
    }

    @Bean
    EnginePlugin enginePlugin(
            VariableCatalogue variables,
            ObjectProvider<TaskGate> gate,
            ObjectProvider<Members> members,
            ObjectProvider<TaskWatch> watch,
            ObjectProvider<ProcedureSets> sets,
            ObjectProvider<FormActs> acts,
            ObjectProvider<FailedJobWatch> failedJobs) {
        return new EnginePlugin(
                variables,
                new WorkListener(gate::getObject, members::getObject, watch::getObject),
                gate::getObject,
                sets::getObject,
                acts::getObject,
                failedJobs::getObject);
    }
}
