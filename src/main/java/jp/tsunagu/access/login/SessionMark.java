package jp.tsunagu.access.login;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Which generation of an account a login is of. It travels with the login wherever that is kept, whether a password or an
 * identity provider made it.
 */
public record SessionMark(long generation) implements GrantedAuthority {

    private static final long serialVersionUID = 1L;

    @Override
    public String getAuthority() {
        return "SESSION_" + generation;
    }

    static boolean isOf(Authentication login, long generation) {
        return login.getAuthorities().contains(new SessionMark(generation));
    }
}
