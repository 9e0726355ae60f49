package jp.tsunagu.access.oidc;

import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody who logged in elsewhere, under the id of their account here. */
class ExternalUser extends DefaultOidcUser {

    private static final long serialVersionUID = 1L;

    private final String account;

    ExternalUser(String account, Collection<? extends GrantedAuthority> authorities, OidcIdToken token) {
        super(authorities, token);
        this.account = account;
    }

    @Override
    public String getName() {
        return account;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExternalUser user && account.equals(user.account) && super.equals(other);
    }

    @Override
    public int hashCode() {
        return account.hashCode();
    }
}
