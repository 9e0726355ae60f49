package jp.tsunagu.access.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.access.Roles;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Which of the engine's many REST doors are open at all, over {@code /engine-rest} and over the webapps alike. What is on none
 * of the lists is shut, so that an upgrade of the engine opens nothing. Behind an open door the engine's own checks and ours
 * go on deciding.
 */
class EngineDoors extends OncePerRequestFilter {

    /** The work of staff: tasks, their forms and lists, names of people and of steps. */
    private static final Set<String> OF_EVERYBODY = Set.of(
            "authorization/check",
            "decision-definition",
            "engine",
            "filter",
            "group",
            "history",
            "identity/groups",
            "identity/password-policy",
            "process-definition",
            "process-instance",
            "task",
            "user");

    /** What Cockpit and Admin show the system administrator. */
    private static final Set<String> OF_ADMINISTRATORS = Set.of(
            "authorization",
            "batch",
            "case-definition",
            "decision-requirements-definition",
            "deployment",
            "event-subscription",
            "execution",
            "incident",
            "job",
            "job-definition",
            "metrics",
            "tenant",
            "variable-instance",
            "version");

    /**
     * Behind an open door, and not refused further in: a password tried for somebody else, a form that the engine would make
     * itself, a table asked without a case, a deployment past the procedure page, and what the engine remembers of single values.
     * Comments and attachments, which nobody can write here, it would show to whoever names one, without asking who that is.
     */
    private static final Pattern SHUT = Pattern.compile(
            "identity/verify|.*/rendered-form|decision-definition/.*/evaluate"
                    + "|deployment/(create|registered|[^/]+/redeploy)"
                    + "|task/[^/]+/(attachment|comment)(/.*)?|process-instance/[^/]+/comment(/.*)?"
                    + "|history/(batch|case-[a-z-]+|cleanup|decision-[a-z-]+|detail|external-task-log|variable-instance)(/.*)?");

    private static final Pattern OF_REST = Pattern.compile("/(?:engine-rest|camunda/api/engine)/+(.*)");
    private static final Pattern NAMED_ENGINE = Pattern.compile("engine/[^/]+/+(.+)");

    static final String REFUSAL = "この窓口（エンジンのAPI）は閉じています。仕事は、タスクの画面、支援台帳、手続の管理から行ってください。";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean administrator =
                isAdministrator(SecurityContextHolder.getContext().getAuthentication());
        if (isOpen(resource(request.getRequestURI()), administrator)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("application/json");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write("{\"type\":\"ClosedDoor\",\"message\":\"" + REFUSAL + "\"}");
        }
    }

    private static boolean isAdministrator(Authentication login) {
        return login != null
                && login.getAuthorities().stream()
                        .anyMatch(granted -> granted.getAuthority().equals("ROLE_" + Roles.SYSTEM_ADMINISTRATOR));
    }

    /** Without the names of REST and engine in front. */
    static String resource(String path) {
        Matcher rest = OF_REST.matcher(path);
        String resource = rest.matches() ? rest.group(1) : "";
        Matcher named = NAMED_ENGINE.matcher(resource);
        String plain = named.matches() ? named.group(1) : resource;
        return plain.replaceAll("/+$", "");
    }

    static boolean isOpen(String resource, boolean administrator) {
        if (SHUT.matcher(resource).matches()) {
            return false;
        }
        return isBelow(resource, OF_EVERYBODY) || (administrator && isBelow(resource, OF_ADMINISTRATORS));
    }

    private static boolean isBelow(String resource, Set<String> doors) {
        String[] parts = resource.split("/", 3);
        return doors.contains(parts[0]) || (parts.length > 1 && doors.contains(parts[0] + "/" + parts[1]));
    }
}
