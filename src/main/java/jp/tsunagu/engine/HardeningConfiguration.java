package jp.tsunagu.engine;

import jp.tsunagu.engine.guard.ProcedureGuard;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** One list for the engine and for those who keep files before they are deployed. */
@Configuration(proxyBeanMethods = false)
class HardeningConfiguration {

    @Bean
    HardenedEngine hardenedEngine(ListableBeanFactory beans) {
        return new HardenedEngine(SingletonSupplier.of(() -> DeclaredParts.in(beans)), beans::getBean);
    }

    @Bean
    ProcedureGuard procedureGuard(ListableBeanFactory beans) {
        return new ProcedureGuard(SingletonSupplier.of(() -> DeclaredParts.in(beans)));
    }
}
