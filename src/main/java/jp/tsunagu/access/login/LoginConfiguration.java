package jp.tsunagu.access.login;

import java.time.Clock;
import java.util.Map;
import jp.tsunagu.access.account.AccountTable;
import jp.tsunagu.engine.Credentials;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are stored: Argon2, under the name of the scheme, so that a later one can stand beside it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LoginSettings.class)
class LoginConfiguration {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    @Bean
    PasswordEncoder passwordEncoder(LoginSettings settings) {
        PasswordEncoder argon2 =
                new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, settings.hashMemory(), settings.hashRounds());
        return new DelegatingPasswordEncoder(Credentials.SCHEME, Map.of(Credentials.SCHEME, argon2));
    }

    @Bean
    Elapsed elapsed() {
        return System::nanoTime;
    }

    @Bean
    AccountGuard accountGuard(AccountTable accounts, Clock clock, Elapsed elapsed, LoginSettings settings) {
        return new AccountGuard(accounts, clock, elapsed, settings);
    }

    /** Within the chains of the login only, where it is known who is calling. */
    @Bean
    FilterRegistrationBean<AccountGuard> accountGuardOnlyWithinTheChains(AccountGuard guard) {
        FilterRegistrationBean<AccountGuard> registration = new FilterRegistrationBean<>(guard);
        registration.setEnabled(false);
        return registration;
    }
}
