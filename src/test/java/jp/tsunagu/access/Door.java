package jp.tsunagu.access;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.Office.Upload;

/**
 * An address that somebody may call.
 *
 * @param endpoint {@code POST /engine-rest/task/{id}/claim}
 * @param base what stands before the engine's resource; empty for our own pages
 */
record Door(String endpoint, String base) {

    private static final Pattern OF_CASE = Pattern.compile(".*\\{(caseNumber|taskId)}.*");

    /** Reads with a body. */
    private static final Pattern ASKS = Pattern.compile(
            "POST [a-z-]+(/count)?|POST history/[a-z-]+(/count)?|POST .*called-process-(definitions|instances).*");

    /** Whoever comes next meets what the one before has done. */
    private static final Pattern ACTS =
            Pattern.compile(".* task/\\{id}/(claim|unclaim|assignee)|.* (user|group|tenant|auth)/.*");

    /** Whoever calls it has to log in again before the next door. */
    static final Set<String> LOGGING_OUT =
            Set.of("POST /account/sessions/end", "POST /camunda/api/admin/auth/user/{processEngineName}/logout");

    static Door ofOurs(String endpoint) {
        return new Door(endpoint, "");
    }

    static Door ofEngine(String endpoint, String base) {
        return new Door(endpoint, base);
    }

    static Door ofWebapp(String endpoint, String base) {
        return new Door(endpoint, base);
    }

    boolean isEngine() {
        return !base.isEmpty();
    }

    String method() {
        return endpoint.substring(0, endpoint.indexOf(' '));
    }

    /** Without the parameter that tells it from another one. */
    String path() {
        return endpoint.replaceFirst(" \\[.*", "").substring(endpoint.indexOf(' ') + 1);
    }

    /** {@code task/{id}/claim}, wherever it is served. */
    private String resource() {
        return path().replaceFirst("^" + Pattern.quote(base) + "/?", "")
                .replaceFirst("^plugin/base/\\{engine(Name)?}/", "");
    }

    boolean isOfCase(TriedCase one) {
        return isEngine()
                ? EngineThings.isOfCase(resource(), one)
                : OF_CASE.matcher(endpoint).matches();
    }

    boolean changesNothing() {
        String asked = method() + " " + resource();
        return method().equals("GET")
                || isEngine()
                        && (ASKS.matcher(asked).matches()
                                || !ACTS.matcher(asked).matches());
    }

    String filled(EngineThings things, TriedCase one) {
        String address = base.replace("{name}", "default");
        String plugin = path().contains("/plugin/base/{") ? "/plugin/base/default" : "";
        return address + plugin + "/" + things.filled(resource(), one)
                + EngineBodies.asked(method() + " " + resource());
    }

    /** True if it is about what a call before may have deleted. */
    boolean isOfSpare() {
        return isEngine() && resource().matches("(user|group|tenant|authorization)\\b.*");
    }

    /** On our pages nothing of use: who gets through is refused for that. */
    Object body(String account, TriedCase one) {
        boolean file = isEngine() && resource().matches(".*(/data|attachment/create|deployment/create)");
        return file
                ? new Upload("data", "x.txt", "x")
                : isEngine() ? EngineBodies.of(method() + " " + resource(), account, one) : Map.of();
    }

    /**
     * Somebody gets through if the door answers or acts, or refuses what was typed. Who is led to the login, or refused before
     * anything was read (401, 403, 404), does not.
     */
    boolean isThrough(Answer answer) {
        boolean page = !isEngine() && !method().equals("GET") && !path().startsWith("/api/");
        // whoever is told there that the identity provider is away got through the door to it
        boolean ledAway =
                answer.status() / 100 == 3 && answer.location().matches("(https?://[^/]+)?/login\\b(?!\\?external=).*");
        boolean typedWrongly = page && !Set.of(401, 403, 404).contains(answer.status());
        // a list of more than one is an answer too
        boolean many = endpoint.endsWith("/singleResult") && answer.text().contains("valid single result");
        return LOGGING_OUT.contains(endpoint)
                ? answer.status() < 400
                : !ledAway && (answer.status() < 400 || typedWrongly || many);
    }
}
