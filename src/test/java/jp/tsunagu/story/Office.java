package jp.tsunagu.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;

/**
 * An office at work: people log in and fill in forms over REST, the same door that Tasklist uses. Time is moved by hand, and
 * what falls due on the way is fired.
 */
public final class Office {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final ManagementService management;
    private UnaryOperator<ObjectNode> habit = UnaryOperator.identity();

    public Office(int port, ManagementService management) {
        this.base = "http://localhost:" + port;
        this.management = management;
    }

    /** A file sent as a browser's upload form sends it. */
    public record Upload(String field, String fileName, String content) {

        static final String BOUNDARY = "----office";

        String text() {
            return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                    + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + BOUNDARY
                    + "--\r\n";
        }
    }

    /**
     * An answer of the server.
     *
     * @param location where it leads; empty if nowhere
     */
    public record Answer(int status, String text, String location) {

        public Answer(int status, String text) {
            this(status, text, "");
        }

        public boolean ok() {
            return status < 300;
        }

        public JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new IllegalStateException(text, e);
            }
        }

        /** The reasons of a refusal, one text per field: {@code field: reason}. */
        public List<String> reasons() {
            String message = json().path("message").asText();
            List<String> reasons = new ArrayList<>();
            try {
                JSON.readTree(message.substring(message.indexOf("[{")))
                        .forEach(refusal -> reasons.add(refusal.path("field").asText("") + ": "
                                + refusal.path("reason").asText()));
            } catch (IOException | StringIndexOutOfBoundsException e) {
                reasons.add(message);
            }
            return reasons;
        }
    }

    // --- time

    /** Sets the clock; nothing is fired. */
    public void clock(String dateTime) {
        ClockUtil.setCurrentTime(
                Date.from(LocalDateTime.parse(dateTime).atZone(TOKYO).toInstant()));
    }

    /** It is this day, half past nine; what has fallen due until then is fired. */
    public void on(String date) {
        at(date + "T09:30");
    }

    public void at(String dateTime) {
        clock(dateTime);
        List<Job> due;
        do {
            due = management.createJobQuery().executable().list();
            due.forEach(job -> management.executeJob(job.getId()));
        } while (!due.isEmpty());
    }

    public static void stopClock() {
        ClockUtil.reset();
    }

    public static LocalDate today() {
        return ClockUtil.getCurrentTime().toInstant().atZone(TOKYO).toLocalDate();
    }

    /** What everybody here does to each form before sending it, whatever else they answer. */
    public void habit(UnaryOperator<ObjectNode> habit) {
        this.habit = habit;
    }

    // --- people

    public Person as(String account) {
        return new Person(account);
    }

    /** Somebody at work, logged in with the demo password. */
    public final class Person {

        private final String account;

        private Person(String account) {
            this.account = account;
        }

        public Answer call(String method, String path, Object body) {
            String token = Base64.getEncoder().encodeToString((account + ":demo").getBytes(StandardCharsets.UTF_8));
            return Office.this.call(method, path, body, "Basic " + token);
        }

        /** The same as a browser that kept the password sends it: with headers that say from where. */
        public Answer callFrom(Map<String, String> from, String method, String path, Object body) {
            String token = Base64.getEncoder().encodeToString((account + ":demo").getBytes(StandardCharsets.UTF_8));
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                    .header("Content-Type", contentType(body))
                    .header("Authorization", "Basic " + token)
                    .method(method, BodyPublishers.ofString(text(body)));
            from.forEach(request::header);
            HttpResponse<String> response = sent(http, request);
            return new Answer(response.statusCode(), response.body());
        }

        public JsonNode get(String path) {
            Answer answer = call("GET", path, null);
            if (!answer.ok()) {
                throw new AssertionError("GET " + path + " by " + account + ": " + answer);
            }
            return answer.json();
        }

        /** The form as it opens: form, formVersion, caseVersion, data. */
        public ObjectNode open(String taskId) {
            return document(get("/engine-rest/task/" + taskId + "/form-variables?deserializeValues=false"));
        }

        public ObjectNode openStart() {
            return document(get(
                    "/engine-rest/process-definition/" + mainProcess() + "/form-variables?deserializeValues=false"));
        }

        private String mainProcess() {
            return get("/engine-rest/process-definition?key=selfRelianceSupport&latestVersion=true")
                    .get(0)
                    .path("id")
                    .asText();
        }

        public Answer trySend(String taskId, JsonNode document) {
            return call("POST", "/engine-rest/task/" + taskId + "/submit-form", formDocument(document));
        }

        public Answer tryReceive(Map<String, Object> answers) {
            ObjectNode document = openStart();
            answer(document, answers);
            return call(
                    "POST",
                    "/engine-rest/process-definition/" + mainProcess() + "/submit-form",
                    formDocument(habit.apply(document)));
        }

        /** Registers a new consultation and returns its case number. */
        public String receives(Map<String, Object> answers) {
            Answer answer = tryReceive(answers);
            if (!answer.ok()) {
                throw new AssertionError("reception by " + account + ": " + answer);
            }
            return answer.json().path("businessKey").asText();
        }

        /** The open task of a step, as far as this person sees it; null if they do not. */
        public JsonNode task(String caseNumber, String step) {
            for (JsonNode task : get("/engine-rest/task?processInstanceBusinessKey=" + caseNumber)) {
                if (task.path("taskDefinitionKey").asText().equals(step)) {
                    return task;
                }
            }
            return null;
        }

        /** The steps of a case this person sees. */
        public List<String> steps(String caseNumber) {
            List<String> steps = new ArrayList<>();
            get("/engine-rest/task?processInstanceBusinessKey=" + caseNumber)
                    .forEach(task -> steps.add(task.path("taskDefinitionKey").asText()));
            return steps;
        }

        public LocalDate due(String caseNumber, String step) {
            String due = task(caseNumber, step).path("due").asText();
            return java.time.OffsetDateTime.parse(due.replaceFirst("(\\d\\d)(\\d\\d)$", "$1:$2"))
                    .atZoneSameInstant(TOKYO)
                    .toLocalDate();
        }

        /** Takes the task if nobody has it. */
        public Answer takes(String caseNumber, String step) {
            JsonNode task = task(caseNumber, step);
            if (task == null) {
                throw new AssertionError(
                        account + " sees no task " + step + " of " + caseNumber + " but " + steps(caseNumber));
            }
            return task.path("assignee").isNull()
                    ? call(
                            "POST",
                            "/engine-rest/task/" + task.path("id").asText() + "/claim",
                            Map.of("userId", account))
                    : new Answer(204, "");
        }

        /** Takes the task if it is free, fills in its form and sends it. */
        public Answer tries(String caseNumber, String step, Map<String, Object> answers) {
            Answer taken = takes(caseNumber, step);
            if (!taken.ok()) {
                return taken;
            }
            String id = task(caseNumber, step).path("id").asText();
            ObjectNode document = open(id);
            answer(document, answers);
            return trySend(id, habit.apply(document));
        }

        /** Reports what happened to the person of a case (全期間の出来事); the same key is the same act. */
        public Answer tryReport(String caseNumber, String event, String key, Map<String, Object> answers) {
            String path = "/api/cases/" + caseNumber + "/events/" + event;
            Answer form = call("GET", path, null);
            if (!form.ok()) {
                return form;
            }
            ObjectNode document = (ObjectNode) form.json().path("formDocument");
            answer(document, answers);
            return send(path, habit.apply(document), key);
        }

        private Answer send(String path, JsonNode document, String key) {
            String token = Base64.getEncoder().encodeToString((account + ":demo").getBytes(StandardCharsets.UTF_8));
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Basic " + token)
                    .header("Idempotency-Key", key)
                    .method("POST", BodyPublishers.ofString(document.toString()));
            HttpResponse<String> response = sent(http, request);
            return new Answer(response.statusCode(), response.body());
        }

        public Person reports(String caseNumber, String event, Map<String, Object> answers) {
            Answer answer = tryReport(caseNumber, event, UUID.randomUUID().toString(), answers);
            if (!answer.ok()) {
                throw new AssertionError(event + " by " + account + ": " + answer);
            }
            return this;
        }

        public Person does(String caseNumber, String step, Map<String, Object> answers) {
            Answer answer = tries(caseNumber, step, answers);
            if (!answer.ok()) {
                throw new AssertionError(step + " by " + account + ": " + answer);
            }
            return this;
        }
    }

    /** A login by the login page, as a browser does it: a session and a CSRF token in cookies. */
    public Session logsIn(String account) {
        return new Session(account);
    }

    /** Somebody with a browser session. */
    public final class Session {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient browser =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        private Session(String account) {
            page("GET", "/login", null);
            int status = page("POST", "/login", "username=" + account + "&password=demo&_csrf=" + token())
                    .statusCode();
            if (status != 302) {
                throw new AssertionError("login of " + account + ": " + status);
            }
            page("GET", "/login", null);
            page("GET", "/camunda/app/tasklist/default/", null);
        }

        /** Opens one of our pages; follows where it leads. */
        public Answer opens(String path) {
            return shown(page("GET", path, null));
        }

        /** Sends the form of one of our pages; follows where the answer leads, as a browser does. */
        public Answer posts(String path, Map<String, String> fields) {
            Map<String, String> form = new HashMap<>(fields);
            form.put("_csrf", token());
            return shown(page("POST", path, encoded(form)));
        }

        /** Sends the form of one of our pages that is answered with a file. */
        public byte[] sends(String path, Map<String, String> fields) {
            Map<String, String> form = new HashMap<>(fields);
            form.put("_csrf", token());
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(encoded(form)))
                    .build();
            return browser.sendAsync(request, BodyHandlers.ofByteArray()).join().body();
        }

        /** Sends a form with a file as a browser does; follows where the answer leads. */
        public Answer uploads(String path, Map<String, String> fields, String fileName, byte[] content) {
            return uploads(path, fields, fileName, new ByteArrayInputStream(content), content.length);
        }

        /** The same with a file of so many empty bytes, which is nowhere as a whole. */
        public Answer uploads(String path, Map<String, String> fields, String fileName, int bytes) {
            InputStream empty = new SequenceInputStream(
                    Collections.enumeration(Collections.nCopies(bytes / 1_000_000, new byte[1_000_000]).stream()
                            .map(ByteArrayInputStream::new)
                            .toList()));
            return uploads(path, fields, fileName, empty, bytes);
        }

        private Answer uploads(
                String path, Map<String, String> fields, String fileName, InputStream content, int bytes) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            Map<String, String> form = new HashMap<>(fields);
            form.put("_csrf", token());
            form.forEach((name, value) ->
                    body.writeBytes(part("Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value)));
            body.writeBytes(part("Content-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                    + "\"\r\nContent-Type: application/pdf\r\n\r\n"));
            byte[] end = ("\r\n--" + Upload.BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
            InputStream whole = new SequenceInputStream(Collections.enumeration(
                    List.of(new ByteArrayInputStream(body.toByteArray()), content, new ByteArrayInputStream(end))));
            return shown(sent(
                    browser,
                    HttpRequest.newBuilder(URI.create(base + path))
                            .header("Accept", "text/html")
                            .header("Content-Type", "multipart/form-data; boundary=" + Upload.BOUNDARY)
                            .POST(BodyPublishers.fromPublisher(
                                    BodyPublishers.ofInputStream(() -> whole),
                                    (long) body.size() + bytes + end.length))));
        }

        private static byte[] part(String text) {
            return ("\r\n--" + Upload.BOUNDARY + "\r\n" + text).getBytes(StandardCharsets.UTF_8);
        }

        /** A file as it comes, with its headers. */
        public HttpResponse<byte[]> downloads(String path) {
            try {
                return browser.send(
                        HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofByteArray());
            } catch (IOException e) {
                throw new IllegalStateException(path, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** Sends the form of one of our pages; the answer as it comes, wherever it leads. */
        public Answer submits(String path, Map<String, String> fields) {
            Map<String, String> form = new HashMap<>(fields);
            form.put("_csrf", token());
            return answer(page("POST", path, encoded(form)));
        }

        private Answer shown(HttpResponse<String> response) {
            return response.headers()
                    .firstValue("Location")
                    .map(next -> opens(URI.create(base).resolve(next).getRawPath()
                            + Optional.ofNullable(URI.create(next).getRawQuery())
                                    .map("?"::concat)
                                    .orElse("")))
                    .orElseGet(() -> new Answer(response.statusCode(), response.body()));
        }

        private static String encoded(Map<String, String> form) {
            return form.entrySet().stream()
                    .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                    .collect(Collectors.joining("&"));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        private HttpResponse<String> page(String method, String path, String form) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                    .header("Accept", "text/html")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .method(method, form == null ? BodyPublishers.noBody() : BodyPublishers.ofString(form));
            return sent(browser, request);
        }

        private String token() {
            return cookie("TSUNAGU-CSRF");
        }

        private String cookie(String name) {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals(name))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElse("");
        }

        public Answer call(String method, String path, Object body) {
            return call(method, path, body, token());
        }

        public Answer callWithoutToken(String method, String path, Object body) {
            return call(method, path, body, "");
        }

        private Answer call(String method, String path, Object body, String token) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                    .header("X-TSUNAGU-CSRF", token)
                    .header("X-XSRF-TOKEN", token.isEmpty() ? "" : cookie("XSRF-TOKEN"))
                    .header("Content-Type", contentType(body))
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)));
            return answer(sent(browser, request));
        }

        private static Answer answer(HttpResponse<String> response) {
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Location").orElse(""));
        }
    }

    /** What goes before a page that needs no login. */
    public HttpHeaders headersOf(String path) {
        return sent(http, HttpRequest.newBuilder(URI.create(base + path))).headers();
    }

    public Answer anonymously(String method, String path, Object body) {
        return call(method, path, body, null);
    }

    private Answer call(String method, String path, Object body, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", contentType(body))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        HttpResponse<String> response = sent(http, request);
        return new Answer(response.statusCode(), response.body());
    }

    private static HttpResponse<String> sent(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(request.build().uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String contentType(Object body) {
        return body instanceof Upload ? "multipart/form-data; boundary=" + Upload.BOUNDARY : "application/json";
    }

    private static String text(Object body) {
        try {
            return body instanceof Upload upload
                    ? upload.text()
                    : body instanceof String string ? string : JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode document(JsonNode variables) {
        try {
            return (ObjectNode)
                    JSON.readTree(variables.path("formDocument").path("value").asText());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts answers into an opened form as a browser would: over what is there already. */
    public static void answer(ObjectNode document, Map<String, Object> answers) {
        ObjectNode data = document.withObjectProperty("data");
        answers.forEach((key, value) -> data.set(key, JSON.valueToTree(value)));
    }

    /** The one variable that passes the door. */
    public static Map<String, Object> formDocument(JsonNode document) {
        return Map.of("variables", Map.of("formDocument", Map.of("type", "Json", "value", document.toString())));
    }
}
