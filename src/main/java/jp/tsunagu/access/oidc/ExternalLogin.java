package jp.tsunagu.access.oidc;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import jp.tsunagu.access.EngineAccounts;
import jp.tsunagu.access.account.AccountTable;
import jp.tsunagu.access.login.LoginAnswers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.RedirectStrategy;

/** The authorization code flow with PKCE, and what becomes of whoever comes back from it. */
public class ExternalLogin {

    /** The path that begins a login at the identity provider. */
    static final String BEGIN = "/oauth2/authorization/" + ExternalConfiguration.REGISTRATION;

    private static final String LOGGED_OUT = "/login?logout";

    private final ClientRegistrationRepository providers;
    private final ExternalAccounts people;
    private final ExternalSettings settings;
    private final ExternalGroups groups;
    private final EngineAccounts authorities;
    private final AccountTable accounts;

    ExternalLogin(
            ClientRegistrationRepository providers,
            ExternalAccounts people,
            ExternalSettings settings,
            ExternalGroups groups,
            EngineAccounts authorities,
            AccountTable accounts) {
        this.providers = providers;
        this.people = people;
        this.settings = settings;
        this.groups = groups;
        this.authorities = authorities;
        this.accounts = accounts;
    }

    /** Adds it to the login of the pages. */
    public void addTo(HttpSecurity http, LoginAnswers answers) throws Exception {
        DefaultOAuth2AuthorizationRequestResolver requests =
                new DefaultOAuth2AuthorizationRequestResolver(providers, "/oauth2/authorization");
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(providers)
                // kept with the session and gone with it; nothing asks for the tokens again
                .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                .authorizationEndpoint(begin -> begin.authorizationRequestResolver(requests))
                .userInfoEndpoint(user -> user.oidcUserService(this::user))
                .successHandler(answers.toTheFirstPage())
                .failureHandler(ExternalLogin::backToLogin));
    }

    private OidcUser user(OidcUserRequest request) {
        OidcUser there = new OidcUserService().loadUser(request);
        ExternalPerson person = ExternalPerson.of(
                there.getIssuer().toString(), there.getSubject(), there.getClaims(), settings, groups);
        String account = people.accept(person);
        return new ExternalUser(account, authorities.authorities(account, accounts.of(account)), there.getIdToken());
    }

    private static void backToLogin(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String word = failure instanceof OAuth2AuthenticationException known
                ? ExternalRefusal.of(known.getError().getErrorCode()).name()
                : ExternalRefusal.FAILED.name();
        response.sendRedirect("/login?external=" + word);
    }

    /**
     * Whoever came from there is logged out there too, and comes back from it.
     *
     * @param onwards tells the browser where to go
     * @return false if this is not such a login
     */
    public boolean logOut(
            HttpServletRequest request, HttpServletResponse response, Authentication login, RedirectStrategy onwards)
            throws IOException, ServletException {
        if (!(login instanceof OAuth2AuthenticationToken)) {
            return false;
        }
        OidcClientInitiatedLogoutSuccessHandler there = new OidcClientInitiatedLogoutSuccessHandler(providers);
        there.setPostLogoutRedirectUri("{baseUrl}" + LOGGED_OUT);
        // a provider that names no address for it cannot be told
        there.setDefaultTargetUrl(LOGGED_OUT);
        there.setRedirectStrategy(onwards);
        there.onLogoutSuccess(request, response, login);
        return true;
    }

    /** Where a browser may be sent by the form that logs out. */
    public String origin() {
        return URI.create(settings.issuer()).resolve("/").toString().replaceAll("/$", "");
    }
}
