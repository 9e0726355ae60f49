package jp.tsunagu.access.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a person does, as against what a page that lies open asks for by itself. Tasklist reads its lists anew every few
 * seconds; that must keep no session alive. So only this counts: opening a page, sending something, and the word of our
 * scripts that somebody has typed or moved ({@code activity.js}).
 */
@RestController
class Activity {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final Set<String> ACTS_OF_WEBAPPS =
            Set.of("submit-form", "claim", "unclaim", "assignee", "start", "create");

    /** Said by a page at most once a minute while somebody is at it; that it came is all. */
    @PostMapping("/api/activity")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void somebodyIsThere() {
        // the request itself has counted
    }

    static boolean isOfPerson(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean reading = READING.contains(request.getMethod());
        if (path.startsWith("/camunda/api/") || path.startsWith("/engine-rest/")) {
            // their questions are sent by POST too
            return !reading
                    && (!request.getMethod().equals("POST")
                            || ACTS_OF_WEBAPPS.contains(path.substring(path.lastIndexOf('/') + 1)));
        }
        String accepted = request.getHeader("Accept");
        return !reading || !path.startsWith("/api/") && accepted != null && accepted.contains("text/html");
    }
}
