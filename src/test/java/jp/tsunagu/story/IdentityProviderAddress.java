package jp.tsunagu.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Where a test may start an identity provider; the application asks it for nothing before somebody logs in there. */
public final class IdentityProviderAddress implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final int PORT = freePort();
    public static final String ISSUER = "http://localhost:" + PORT;
    public static final String CLIENT = "tsunagu";
    public static final String SECRET = "known-to-both";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "tsunagu.login.oidc.issuer=" + ISSUER,
                        "tsunagu.login.oidc.client-id=" + CLIENT,
                        "tsunagu.login.oidc.client-secret=" + SECRET,
                        "tsunagu.login.oidc.contractor-claim=itaku",
                        "tsunagu.login.oidc.ends-on-claim=itaku_until",
                        "tsunagu.login.oidc.groups=CN=soudan,OU=minato=consultation-supporter; shunin"
                                + "=chief-consultation-supporter; ku=ward-officer")
                .applyTo(context);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
