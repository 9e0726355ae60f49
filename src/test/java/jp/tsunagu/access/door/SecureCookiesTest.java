package jp.tsunagu.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.tsunagu.story.OfficeStory;
import org.apache.catalina.Pipeline;
import org.apache.catalina.Valve;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties.ForwardHeadersStrategy;
import org.springframework.boot.autoconfigure.web.embedded.TomcatWebServerFactoryCustomizer;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Behind a proxy that ends TLS, cookies are for TLS only; and nobody but the proxy says that it was TLS. */
class SecureCookiesTest extends OfficeStory {

    private static final String PROXY = "127.0.0.1";
    private static final String SOMEBODY = "127.0.9.7";

    @Autowired
    private ServletWebServerApplicationContext application;

    @Autowired
    private ServerProperties settings;

    @Test
    void behindAProxyCookiesAreForTlsOnly() throws IOException {
        assertThat(answer(PROXY)).as("as long as no proxy is named").noneMatch(SecureCookiesTest::saysTls);
        List<Valve> proxy = asBehindAProxy();
        Pipeline requests = ((TomcatWebServer) application.getWebServer())
                .getTomcat()
                .getEngine()
                .getPipeline();
        proxy.forEach(requests::addValve);
        try {
            List<String> behind = answer(PROXY);
            assertThat(behind)
                    .anyMatch(line -> line.matches("(?i)set-cookie: JSESSIONID=.*"))
                    .anyMatch(line -> line.matches("(?i)set-cookie: TSUNAGU-CSRF=.*"))
                    .anyMatch(line -> line.matches("(?i)strict-transport-security: max-age=31536000.*"))
                    .anyMatch(line -> line.matches("(?i)location: https://.*"));
            assertThat(behind)
                    .filteredOn(line -> line.matches("(?i)set-cookie: .*"))
                    .allSatisfy(cookie -> assertThat(cookie).contains("; Secure", "; SameSite=Lax"));
            assertThat(behind)
                    .filteredOn(line -> line.contains("JSESSIONID="))
                    .allSatisfy(cookie -> assertThat(cookie).contains("; HttpOnly"));
            assertThat(answer(SOMEBODY)).as("not the proxy").noneMatch(SecureCookiesTest::saysTls);
        } finally {
            proxy.forEach(requests::removeValve);
        }
    }

    /** What Boot puts before all requests where {@code SERVER_FORWARD_HEADERS_STRATEGY=native}, with the settings of the application. */
    private List<Valve> asBehindAProxy() {
        ForwardHeadersStrategy before = settings.getForwardHeadersStrategy();
        settings.setForwardHeadersStrategy(ForwardHeadersStrategy.NATIVE);
        try {
            TomcatServletWebServerFactory server = new TomcatServletWebServerFactory();
            new TomcatWebServerFactoryCustomizer(application.getEnvironment(), settings).customize(server);
            assertThat(server.getEngineValves()).isNotEmpty();
            return List.copyOf(server.getEngineValves());
        } finally {
            settings.setForwardHeadersStrategy(before);
        }
    }

    private static boolean saysTls(String line) {
        return line.contains("; Secure")
                || line.startsWith("Strict-Transport-Security")
                || line.startsWith("Location: https");
    }

    /** The head of an answer to somebody at this address who says that a browser came to them over TLS. */
    private List<String> answer(String from) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("GET /cases HTTP/1.1\r\nHost: tsunagu.example\r\nConnection: close\r\n"
                                    + "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
