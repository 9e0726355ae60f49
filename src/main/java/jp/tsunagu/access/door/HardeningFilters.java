package jp.tsunagu.access.door;

import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.filter.OrderedRequestContextFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.RequestContextFilter;

/** What stands before and behind the login, whoever comes (decision 25). */
@Configuration(proxyBeanMethods = false)
class HardeningFilters {

    @Bean
    FilterRegistrationBean<Filter> safeHeaders() {
        return registered(new SafeHeaders(), Ordered.HIGHEST_PRECEDENCE, "/*");
    }

    /** Around the login: from where somebody logged in, or tried to, is in the access log. Jersey would put it behind the login. */
    @Bean
    RequestContextFilter requestContext() {
        return new OrderedRequestContextFilter();
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
