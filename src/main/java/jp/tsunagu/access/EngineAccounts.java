package jp.tsunagu.access;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** One login for Tasklist, pages and REST: the engine's accounts. The engine locks an account after repeated failures. */
@Component
class EngineAccounts implements AuthenticationProvider {

    static final String ROLE = "ROLE_";

    private final IdentityService identity;

    EngineAccounts(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String user = login.getName();
        Object password = login.getCredentials();
        if (user == null || user.isBlank() || password == null || !matches(user, password.toString())) {
            throw new BadCredentialsException("利用者ID またはパスワードが違います。");
        }
        List<GrantedAuthority> authorities = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .<GrantedAuthority>map(group -> new SimpleGrantedAuthority(ROLE + group))
                .toList();
        return new UsernamePasswordAuthenticationToken(user, null, authorities);
    }

    private boolean matches(String user, String password) {
        return !user.equals(Accounts.NOBODY) && identity.checkPassword(user, password);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    /** The engine's groups of a login. */
    static List<String> groups(Authentication login) {
        return login.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority.startsWith(ROLE))
                .map(authority -> authority.substring(ROLE.length()))
                .toList();
    }
}
