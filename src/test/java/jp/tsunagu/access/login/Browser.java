package jp.tsunagu.access.login;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a browser sends and keeps, without a picture: cookies, forms with their token, and no redirect unless asked. */
public final class Browser {

    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    public Browser(int port) {
        this("http://localhost:" + port);
    }

    public Browser(String base) {
        this.base = base;
    }

    /** An answer with where it leads to, empty if nowhere. */
    public record Page(int status, String text, String next) {}

    public Page opens(String address) {
        return send(request(address).header("Accept", "text/html").GET());
    }

    /** What a script of a page asks for. */
    public Page asks(String path) {
        return send(request(path).header("Accept", "application/json").GET());
    }

    public Page posts(String address, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(address)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-TSUNAGU-CSRF", cookie("TSUNAGU-CSRF").orElse(""))
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN").orElse(""))
                .POST(BodyPublishers.ofString(form)));
    }

    public Page puts(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-TSUNAGU-CSRF", cookie("TSUNAGU-CSRF").orElse(""))
                .PUT(BodyPublishers.ofString(json)));
    }

    public Page logsIn(String account, String password) {
        opens("/login");
        return posts("/login", Map.of("username", account, "password", password));
    }

    /** Follows where answers lead to, however far. */
    public Page follows(Page page) {
        Page present = page;
        for (int hops = 0; hops < 10 && !present.next().isEmpty(); hops++) {
            present = opens(present.next());
        }
        return present;
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(base).resolve(address));
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            String next = answer.headers()
                    .firstValue("Location")
                    .map(to -> answer.uri().resolve(to).toString())
                    .orElse("");
            return new Page(answer.statusCode(), answer.body(), next);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
