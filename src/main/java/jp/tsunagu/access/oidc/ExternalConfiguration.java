package jp.tsunagu.access.oidc;

import java.time.Clock;
import java.util.List;
import jp.tsunagu.access.EngineAccounts;
import jp.tsunagu.access.account.AccountActs;
import jp.tsunagu.access.account.AccountTable;
import jp.tsunagu.access.account.MembershipRule;
import jp.tsunagu.access.account.Memberships;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** Puts the login at the identity provider together, where one is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${tsunagu.login.oidc.issuer:}'.isBlank()")
@EnableConfigurationProperties(ExternalSettings.class)
class ExternalConfiguration {

    static final String REGISTRATION = "tsunagu";

    /** Asked for its addresses when somebody first logs in: that it is away must not keep the application from starting. */
    @Bean
    ClientRegistrationRepository identityProvider(ExternalSettings settings) {
        if (settings.clientId() == null || settings.clientId().isBlank()) {
            throw new IllegalStateException("TSUNAGU_LOGIN_OIDC_ISSUER があるのに TSUNAGU_LOGIN_OIDC_CLIENTID がありません。");
        }
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(List.of(registration(settings))));
    }

    private static ClientRegistration registration(ExternalSettings settings) {
        ClientRegistration.Builder registration = ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(REGISTRATION)
                .clientId(settings.clientId())
                .scope(settings.scopes())
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}");
        return settings.clientSecret().isEmpty()
                ? registration
                        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .build()
                : registration.clientSecret(settings.clientSecret()).build();
    }

    @Bean
    ExternalAccounts externalAccounts(
            IdentityService identity,
            AccountTable accounts,
            AccountActs acts,
            Memberships memberships,
            MembershipRule rule,
            Clock clock) {
        return new ExternalAccounts(identity, accounts, acts, memberships, rule, clock);
    }

    @Bean
    ExternalLogin externalLogin(
            ClientRegistrationRepository providers,
            ExternalAccounts people,
            ExternalSettings settings,
            EngineAccounts authorities,
            AccountTable accounts) {
        ExternalGroups groups = new ExternalGroups(settings.meanings());
        return new ExternalLogin(providers, people, settings, groups, authorities, accounts);
    }
}
