package jp.tsunagu.walk;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Puts {@link CrashingDataSource} before the application's real database. */
@TestConfiguration(proxyBeanMethods = false)
class CrashingDatabase {

    @Bean
    static BeanPostProcessor crashingDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource real && !(bean instanceof CrashingDataSource)
                        ? new CrashingDataSource(real)
                        : bean;
            }
        };
    }
}
