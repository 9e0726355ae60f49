package jp.tsunagu.walk;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Puts {@link CrashingDataSource} before the application's real database. */
class CrashingDatabase implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource real && !(bean instanceof CrashingDataSource)
                ? new CrashingDataSource(real)
                : bean;
    }
}
