package jp.tsunagu.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.access.account.AccountState;
import jp.tsunagu.access.account.AccountTable;
import jp.tsunagu.access.login.PasswordLogin;
import jp.tsunagu.access.login.SessionMark;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** One login for Tasklist, pages and REST: the engine's accounts, with the passwords and limits of {@link PasswordLogin}. */
@Component
public class EngineAccounts implements AuthenticationProvider {

    static final String ROLE = "ROLE_";

    private final IdentityService identity;
    private final PasswordLogin passwords;
    private final AccountTable accounts;
    private final Clock clock;

    EngineAccounts(IdentityService identity, PasswordLogin passwords, AccountTable accounts, Clock clock) {
        this.identity = identity;
        this.passwords = passwords;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String user = login.getName();
        Object password = login.getCredentials();
        if (user == null || user.isBlank() || password == null) {
            throw wrong();
        }
        AccountState state = accounts.atTheDoor(user);
        boolean right = passwords.matches(user, password.toString(), state.generation(), address(login));
        if (!right || user.equals(Accounts.NOBODY)) {
            throw wrong();
        }
        checkOpen(state);
        return new UsernamePasswordAuthenticationToken(user, null, authorities(user, state));
    }

    private static String address(Authentication login) {
        return login.getDetails() instanceof WebAuthenticationDetails request ? request.getRemoteAddress() : null;
    }

    private static BadCredentialsException wrong() {
        return new BadCredentialsException("利用者ID またはパスワードが違います。");
    }

    /** Only whoever knows the password learns that the account is over. */
    private void checkOpen(AccountState state) {
        if (state.isOver(LocalDate.now(clock)) || state.isLocked(clock.instant())) {
            throw new DisabledException("この利用者IDは、利用期間が終わったか、停止されています。システム管理者に確かめてください。");
        }
    }

    /** What somebody may do who has logged in, however they did. */
    public List<GrantedAuthority> authorities(String user, AccountState state) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        identity.createGroupQuery()
                .groupMember(user)
                .list()
                .forEach(group -> authorities.add(new SimpleGrantedAuthority(ROLE + group.getId())));
        authorities.add(new SessionMark(state.generation()));
        return authorities;
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
