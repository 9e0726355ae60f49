package jp.tsunagu.access.door;

import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What stands before and behind the login, whoever comes (decision 25). */
@Configuration(proxyBeanMethods = false)
class HardeningFilters {

    @Bean
    FilterRegistrationBean<Filter> safeHeaders() {
        return registered(new SafeHeaders(), Ordered.HIGHEST_PRECEDENCE, "/*");
    }

    /** After the login, which says who it is. */
    @Bean
    FilterRegistrationBean<Filter> engineDoors() {
        return registered(new EngineDoors(), 203, "/engine-rest/*", "/camunda/api/engine/*");
    }

    private static FilterRegistrationBean<Filter> registered(Filter filter, int order, String... patterns) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.addUrlPatterns(patterns);
        return registration;
    }
}
