package jp.tsunagu.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SafeHeadersTest {

    private static MockHttpServletResponse answer(String path, boolean tls) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setSecure(tls);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new SafeHeaders().doFilter(request, response, (asked, answered) -> {
            ((HttpServletResponse) answered).setHeader("Cache-Control", "no-cache");
            ((HttpServletResponse) answered).addHeader("Set-Cookie", "XSRF-TOKEN=1;Path=/camunda;SameSite=Lax");
        });
        return response;
    }

    @Test
    void aBrowserThatCameOverTlsComesNoOtherWay() throws ServletException, IOException {
        assertThat(answer("/cases", true).getHeader("Strict-Transport-Security"))
                .startsWith("max-age=31536000");
        assertThat(answer("/cases", false).getHeader("Strict-Transport-Security"))
                .isNull();
    }

    @Test
    void theTokenOfTheWebappsIsForTlsOnlyWhereTheBrowserCameOverTls() throws ServletException, IOException {
        for (String path : new String[] {"/camunda/app/tasklist/default/", "/camunda/api/admin/auth/user/default"}) {
            assertThat(answer(path, true).getCookie("XSRF-TOKEN").getSecure()).isTrue();
            assertThat(answer(path, false).getCookie("XSRF-TOKEN").getSecure()).isFalse();
        }
    }

    @Test
    void theEngineDoesNotDecideWhatIsStored() throws ServletException, IOException {
        assertThat(answer("/engine-rest/task", false).getHeaders("Cache-Control"))
                .containsExactly("no-store");
        assertThat(answer("/camunda/api/engine/engine/default/task", false).getHeaders("Cache-Control"))
                .containsExactly("no-store");
        assertThat(answer("/assets/a.js", false).getHeaders("Cache-Control")).containsExactly("no-cache");
    }
}
