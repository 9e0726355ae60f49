package jp.tsunagu.access;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.access.door.Machines;
import jp.tsunagu.access.login.AccountGuard;
import jp.tsunagu.access.login.LoginAnswers;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.DelegatingAuthenticationEntryPoint;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Closed doors from the first day. Everything needs a login; the engine's set-up endpoint is shut, because 7.24.0 would let
 * anybody create an administrator through it (CVE-2026-77226).
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Not XSRF-TOKEN: the webapps' own cookie of that name, with a narrower path, would hide ours inside Tasklist. */
    private static final String CSRF_COOKIE = "TSUNAGU-CSRF";

    private static final String CSRF_HEADER = "X-TSUNAGU-CSRF";

    /** Passwords are tried at our own login only, which counts them. */
    private static final String LOGIN_OF_WEBAPPS = "/camunda/api/admin/auth/user/*/login/**";

    private static final String LOGOUT_OF_WEBAPPS = "/camunda/api/admin/auth/user/default/logout";

    /** No procedure has external tasks; their long polling cannot run inside the webapps and would end in an error 500. */
    private static final String EXTERNAL_TASKS_OF_WEBAPPS = "/camunda/api/engine/engine/*/external-task/**";

    /** Data and papers stand in nobody else's page. No more than that: a browser's own viewer shows the papers. */
    private static final String DATA_ONLY = "base-uri 'none'; object-src 'self'; frame-ancestors 'self'";

    private static final String METRICS = "/actuator/prometheus";

    /** Machines: HTTP Basic. People: the session of their login, and then with the CSRF token. */
    @Bean
    @Order(1)
    SecurityFilterChain rest(HttpSecurity http, LoginAnswers answers, AccountGuard guard) throws Exception {
        return http.securityMatchers(doors -> doors.requestMatchers(paths("/engine-rest/**", "/api/**", METRICS)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(path("/engine-rest/external-task/**"))
                        .denyAll()
                        .requestMatchers(path(METRICS))
                        .hasRole(Roles.SYSTEM_ADMINISTRATOR)
                        .anyRequest()
                        .authenticated())
                // a challenge would open the browser's own login window over the form somebody is typing in
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), path("/api/**")))
                .httpBasic(basic -> basic.authenticationEntryPoint(answers::toMachine))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(DATA_ONLY)))
                .addFilterBefore(guard, AuthorizationFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie())
                        .csrfTokenRequestHandler(eagerToken())
                        .ignoringRequestMatchers(Machines::isOne))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, PageLogin login) throws Exception {
        return login.addTo(http)
                .authorizeHttpRequests(requests -> requests.requestMatchers(paths(
                                "/login",
                                "/login/external",
                                "/assets/**",
                                "/favicon.ico",
                                "/actuator/health/**",
                                "/error"))
                        .permitAll()
                        .requestMatchers(paths("/camunda/api/admin/setup/**", "/camunda/app/*/*/setup/**"))
                        .denyAll()
                        .requestMatchers(paths("/camunda-welcome/**", EXTERNAL_TASKS_OF_WEBAPPS, LOGIN_OF_WEBAPPS))
                        .denyAll()
                        .requestMatchers(paths(
                                "/camunda/api/cockpit/**",
                                "/camunda/app/cockpit/**",
                                "/camunda/app/admin/**",
                                "/accounts/**",
                                "/actuator/**"))
                        .hasRole(Roles.SYSTEM_ADMINISTRATOR)
                        .anyRequest()
                        .authenticated())
                .logout(logout -> logout.logoutRequestMatcher(
                                new OrRequestMatcher(SecurityConfiguration::isLogoutOfWebapps, post("/logout")))
                        .logoutSuccessHandler(login::afterLogout))
                .headers(headers -> headers.addHeaderWriter(ownPagesOnly(login.formTargets())))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(loginOr401()))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie())
                        .csrfTokenRequestHandler(eagerToken())
                        // the webapps bring a CSRF filter of their own
                        .ignoringRequestMatchers(path("/camunda/api/**")))
                .build();
    }

    /**
     * Matches on the whole path. The default of Spring Security matches within a servlet's own mapping, and REST and
     * webapps are servlets of their own: their rules would silently never apply.
     */
    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher[] paths(String... patterns) {
        return Stream.of(patterns).map(SecurityConfiguration::path).toArray(RequestMatcher[]::new);
    }

    private static RequestMatcher post(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, pattern);
    }

    /**
     * Our pages run nothing and load nothing but what this application delivers; a script in a name stays text. The webapps
     * send a rule of their own.
     */
    private static HeaderWriter ownPagesOnly(String forms) {
        return new DelegatingRequestMatcherHeaderWriter(
                new NegatedRequestMatcher(path("/camunda/**")),
                new ContentSecurityPolicyHeaderWriter("default-src 'self'; img-src 'self' data: blob:; "
                        + "style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; form-action " + forms
                        + "; "
                        + "frame-ancestors 'self'"));
    }

    /** A page leads to the login; a script that asks for data gets a plain 401 and can say so where the person is typing. */
    private static AuthenticationEntryPoint loginOr401() {
        LinkedHashMap<RequestMatcher, AuthenticationEntryPoint> scripts = new LinkedHashMap<>();
        AuthenticationEntryPoint unauthorized = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
        scripts.put(path("/camunda/api/**"), unauthorized);
        DelegatingAuthenticationEntryPoint entry = new DelegatingAuthenticationEntryPoint(scripts);
        entry.setDefaultEntryPoint(new LoginUrlAuthenticationEntryPoint("/login"));
        return entry;
    }

    /** Logging out by the webapps' button; a strange page can neither read nor send their token. */
    private static boolean isLogoutOfWebapps(HttpServletRequest request) {
        return post(LOGOUT_OF_WEBAPPS).matches(request) && StringUtils.hasText(request.getHeader("X-XSRF-TOKEN"));
    }

    /** The cookie is there from the first answer on, not only after a page that prints the token. */
    private static CsrfTokenRequestAttributeHandler eagerToken() {
        CsrfTokenRequestAttributeHandler handler = new CsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }

    private static CookieCsrfTokenRepository csrfCookie() {
        CookieCsrfTokenRepository cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieName(CSRF_COOKIE);
        cookie.setHeaderName(CSRF_HEADER);
        cookie.setCookiePath("/");
        cookie.setCookieCustomizer(made -> made.sameSite("Lax"));
        return cookie;
    }

    @Bean
    FilterRegistrationBean<Filter> largestRequest(@Value("${tsunagu.largest-upload:20MB}") DataSize largestUpload) {
        return registered(new LargestRequest(largestUpload), Ordered.HIGHEST_PRECEDENCE + 1, "/*");
    }

    /** Around the login too, which asks the database. */
    @Bean
    FilterRegistrationBean<Filter> databaseAway() {
        return registered(new DatabaseAwayFilter(), Ordered.HIGHEST_PRECEDENCE + 2, "/*");
    }

    @Bean
    FilterRegistrationBean<Filter> onePageAtATime() {
        return registered(new OnePageAtATime(), Ordered.HIGHEST_PRECEDENCE + 2, "/camunda/*");
    }

    @Bean
    FilterRegistrationBean<Filter> webappLogin() {
        FilterRegistrationBean<Filter> filter =
                registered(new ContainerBasedAuthenticationFilter(), 201, "/camunda/app/*", "/camunda/api/*");
        filter.setInitParameters(Map.of("authentication-provider", WebappLogin.class.getName()));
        filter.setName("webappLogin");
        return filter;
    }

    @Bean
    FilterRegistrationBean<Filter> engineIdentity(IdentityService identity) {
        return registered(
                new EngineIdentityFilter(identity),
                202,
                "/engine-rest/*",
                "/api/*",
                "/cases/*",
                "/notices/*",
                "/conferences/*",
                "/oversight/*");
    }

    private static FilterRegistrationBean<Filter> registered(Filter filter, int order, String... patterns) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.addUrlPatterns(patterns);
        return registration;
    }
}
