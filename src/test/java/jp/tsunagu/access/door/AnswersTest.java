package jp.tsunagu.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer tells the browser, and what a browser cannot be made to do for a strange page. */
class AnswersTest extends OfficeStory {

    private static final Map<String, Office.Session> SESSIONS = new HashMap<>();

    private static String number;

    @BeforeEach
    void aCase() {
        if (number == null) {
            office.on("2026-06-01");
            number = office.as("saeki").receives(Answers.named("見出 つく", "みだし つく", "1990-01-01"));
        }
    }

    /** Pages, data, papers, the webapps and their data, what needs no login, what is refused and what does not exist. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/assets/form-host.js",
                "/actuator/health",
                "/cases",
                "/cases/{case}",
                "/notices",
                "/oversight",
                "/conferences",
                "/api/cases/{case}/papers",
                "/api/papers/01-application",
                "/api/nothing",
                "/nothing",
                "/engine-rest/task",
                "/engine-rest/nothing",
                "/engine-rest/telemetry/data",
                "/camunda/app/tasklist/default/",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/app/admin/default/",
                "/actuator/env",
                "/cases;a=b"
            })
    void everyAnswerIsSafe(String path) {
        HttpHeaders headers =
                session("saeki").downloads(path.replace("{case}", number)).headers();
        assertThat(headers.allValues("X-Content-Type-Options")).as(path).containsExactly("nosniff");
        assertThat(headers.allValues("X-Frame-Options")).as(path).hasSize(1).isSubsetOf("DENY", "SAMEORIGIN");
        assertThat(headers.allValues("Referrer-Policy")).as(path).containsExactly("same-origin");
        assertThat(headers.firstValue("Permissions-Policy").orElse("")).as(path).contains("camera=()");
        assertThat(headers.firstValue("Server")).as(path).isEmpty();
        assertThat(headers.firstValue("X-Powered-By")).as(path).isEmpty();
        assertThat(headers.firstValue("Strict-Transport-Security"))
                .as("without TLS it would be ignored")
                .isEmpty();
        if (!path.contains(";")) {
            assertThat(String.join("", headers.allValues("Content-Security-Policy")))
                    .as(path)
                    .contains("frame-ancestors");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases",
                "/cases/{case}",
                "/notices",
                "/api/cases/{case}/papers",
                "/engine-rest/task",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default"
            })
    void whatIsPersonalIsKeptNowhere(String path) {
        HttpHeaders headers =
                session("saeki").downloads(path.replace("{case}", number)).headers();
        assertThat(String.join(", ", headers.allValues("Cache-Control")))
                .as(path)
                .contains("no-store")
                .doesNotContain("public");
    }

    /** Each door with each method that changes something, sent by the browser of somebody who is logged in. */
    @ParameterizedTest
    @CsvSource({
        "POST,/logout",
        "POST,/cases/{case}/records",
        "POST,/procedures/drafts",
        "PUT,/api/drafts/start/reception",
        "POST,/api/cases/{case}/events/emergencyNeeded",
        "DELETE,/api/procedures/drafts/1/work?name=a",
        "PATCH,/api/nothing",
        "POST,/engine-rest/task",
        "POST,/engine-rest/task/x/claim",
        "PUT,/engine-rest/task/x",
        "DELETE,/engine-rest/task/x",
        "POST,/camunda/api/engine/engine/default/task/x/claim",
        "PUT,/camunda/api/engine/engine/default/task/x",
        "DELETE,/camunda/api/engine/engine/default/task/x",
        "POST,/camunda/api/admin/auth/user/default/logout",
        "POST,/camunda/api/admin/auth/user/default/login/tasklist",
        "POST,/camunda/api/admin/setup/default/user/create",
        "POST,/camunda/api/cockpit/plugin/base/default/x",
        "POST,/actuator/health"
    })
    void nothingIsChangedWithoutTheToken(String method, String path) {
        // the webapps' own filter ends a session whose token is missing
        boolean ofWebapps = path.startsWith("/camunda/");
        Office.Session session = ofWebapps ? office.logsIn("admin") : session("admin");
        assertThat(session.callWithoutToken(method, path.replace("{case}", number), Map.of())
                        .status())
                .as(method + " " + path)
                .isEqualTo(403);
        if (!ofWebapps) {
            assertThat(session.call("GET", "/engine-rest/user", null).status())
                    .as("still logged in")
                    .isEqualTo(200);
        }
    }

    /** A browser that was once asked for a password sends it along with what a strange page makes it send. */
    @Test
    void aPasswordThatTheBrowserKeptIsNoToken() {
        for (Map<String, String> from : List.of(
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Origin", "https://example.invalid"))) {
            assertThat(office.as("saeki")
                            .callFrom(from, "POST", "/engine-rest/task", Map.of())
                            .status())
                    .as(from.toString())
                    .isEqualTo(403);
        }
        assertThat(office.as("saeki")
                        .call("POST", "/engine-rest/task", Map.of())
                        .status())
                .isEqualTo(200);
    }

    private Office.Session session(String account) {
        return SESSIONS.computeIfAbsent(account, name -> office.logsIn(name));
    }
}
