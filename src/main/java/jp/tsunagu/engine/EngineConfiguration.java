package jp.tsunagu.engine;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.function.SingletonSupplier;

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
            WorkListener work,
            ObjectProvider<TaskGate> gate,
            ObjectProvider<ProcedureSets> sets,
            ObjectProvider<FormActs> acts,
            ObjectProvider<FailedJobWatch> failedJobs,
            ObjectProvider<RarelyChanged> known) {
        return new EnginePlugin(
                variables, work, later(gate), later(sets), later(acts), later(failedJobs), later(known));
    }

    @Bean
    WorkListener workListener(
            ObjectProvider<TaskGate> gate, ObjectProvider<Members> members, ObjectProvider<TaskWatch> watch) {
        return new WorkListener(later(gate), later(members), later(watch));
    }

    /** The engine is made before those who use it; looked up once, when it is first needed. */
    private static <T> Supplier<T> later(ObjectProvider<T> bean) {
        return SingletonSupplier.of(bean::getObject);
    }
}
