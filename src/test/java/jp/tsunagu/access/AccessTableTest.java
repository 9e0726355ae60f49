package jp.tsunagu.access;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagu.access.log.Sealer;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.OfficeStory;
import jp.tsunagu.story.SubmittedPlan;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who gets through which door: every endpoint there is, called as every role for a case of their own, somebody else's and a
 * restricted one. What comes out is compared with the intended table ({@code src/test/resources/access-table.txt}), which a
 * person reads; docs/access-table.md is made of it. A new endpoint has no row there and fails here.
 *
 * <p>Somebody gets through if the door answers or acts. An act on one of our pages is sent with nothing of use in it and refused
 * for that with 400, behind the door: who is refused before (401, 403, 404) does not get through.
 */
class AccessTableTest extends OfficeStory {

    private static final Path INTENDED = Path.of("src/test/resources/access-table.txt");
    private static final Path FOUND = Path.of("target/access-table.txt");
    private static final Path DOCUMENT = Path.of("docs/access-table.md");

    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

    /** With one account of each role; of 相談支援員 two, as a case is the one's and not the other's. */
    private static final Map<String, String> ROLES = new LinkedHashMap<>();

    static {
        ROLES.put("saeki", "相談支援員");
        ROLES.put("aoki", "相談支援員2");
        ROLES.put("manabe", "主任");
        ROLES.put("kobayakawa", "就労");
        ROLES.put("nishina", "家計");
        ROLES.put("uda", "区担当");
        ROLES.put("otsuki", "係長");
        ROLES.put("kaji", "課長");
        ROLES.put("yuasa", "福祉事務所");
        ROLES.put("minakami", "統計");
        ROLES.put("kansa", "監査");
        ROLES.put("tezuka", "手続管理者");
        ROLES.put("admin", "システム管理者");
    }

    /**
     * A case that doors are tried with.
     *
     * @param readers who may read it
     */
    private record Tried(
            String kind,
            String number,
            String task,
            String holder,
            String instance,
            String record,
            Set<String> readers) {}

    /** Whoever calls it has to log in again before the next door. */
    private static final String LOGS_OUT = "POST /account/sessions/end";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Sealer sealer;

    private String meeting;

    private final Map<String, Office.Session> sessions = new LinkedHashMap<>();
    private final List<Tried> cases = new ArrayList<>();
    private final List<String> leaks = Collections.synchronizedList(new ArrayList<>());

    /** Our endpoints, with the parameters that each needs. */
    private final Map<String, String> needed = new TreeMap<>();

    @Test
    void nobodyGetsThroughADoorThatIsNotMeantForThem() throws IOException {
        office.on("2026-06-15");
        ROLES.keySet().forEach(account -> sessions.put(account, office.logsIn(account)));
        theThreeCases();
        // the last seal can be had once there is one
        sealer.seal();

        Map<String, String> table = new TreeMap<>();
        needed.putAll(ownEndpoints());
        needed.keySet().forEach(endpoint -> table.put(endpoint, tried(endpoint, false)));
        withoutNoise(() -> engine(table));

        assertThat(leaks).as("told to somebody who must not know").isEmpty();
        Files.createDirectories(FOUND.getParent());
        String found = table.entrySet().stream()
                .map(row -> row.getKey() + " | " + row.getValue() + "\n")
                .collect(joining());
        Files.writeString(FOUND, found);
        assertThat(found)
                .as("as in %s; if the change is intended, read %s and put it there", INTENDED, FOUND)
                .isEqualTo(Files.readString(INTENDED));
        assertThat(AccessTablePage.of(table, ROLES))
                .as("%s is made of the table: put in what stands in target/access-table.md", DOCUMENT)
                .isEqualTo(Files.readString(DOCUMENT));
    }

    private void theThreeCases() {
        String own = SubmittedPlan.of(office, "表甲 見出子");
        cases.add(tried("提出済み", own, "checkPlan", "uda", Set.of("saeki", "manabe", "uda", "otsuki", "kaji")));
        meeting = database.sql(
                        "select i.conference_id::varchar from conference_item i join support_case c on c.id = i.case_id"
                                + " where c.case_number = ?")
                .param(own)
                .query(String.class)
                .single();
        String other = office.as("aoki").receives(Answers.named("表乙 見出子", "みだし", "1980-02-02"));
        cases.add(tried("相談支援員2の", other, "decideTriage", "aoki", Set.of("aoki", "manabe")));
        String restricted = office.as("aoki").receives(Answers.named("表丙 見出子", "みだし", "1980-03-03"));
        sessions.get("manabe")
                .posts(
                        "/cases/" + restricted + "/restriction",
                        Map.of("reason", "VIOLENCE", "note", "表の確認", "named", "aoki"));
        cases.add(tried("制限（相談支援員2と主任を指定）", restricted, "decideTriage", "aoki", Set.of("aoki", "manabe")));
    }

    private Tried tried(String kind, String number, String step, String holder, Set<String> readers) {
        var task = office.as(holder).task(number, step);
        return new Tried(
                kind,
                number,
                task.path("id").asText(),
                holder,
                task.path("processInstanceId").asText(),
                recordOf(number),
                readers);
    }

    private String recordOf(String number) {
        return database.sql("select r.id::varchar from progress_record r join support_case c on c.id = r.case_id"
                        + " where c.case_number = ? order by r.recorded_at limit 1")
                .param(number)
                .query(String.class)
                .single();
    }

    private Map<String, String> ownEndpoints() {
        Map<String, String> found = new TreeMap<>();
        application
                .getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().forEach((at, handler) -> {
                    if (handler.getBeanType().getPackageName().startsWith("jp.tsunagu")) {
                        at.getPatternValues()
                                .forEach(path -> (at.getMethodsCondition()
                                                        .getMethods()
                                                        .isEmpty()
                                                ? List.of("GET")
                                                : at.getMethodsCondition().getMethods())
                                        .forEach(method ->
                                                found.put(method + " " + path + onlyWith(at), parameters(handler))));
                    }
                }));
        return found;
    }

    /** Two methods may serve one address, the one only if a parameter is there. */
    private static String onlyWith(RequestMappingInfo at) {
        String parameters = at.getParamsCondition().getExpressions().stream()
                .map(Object::toString)
                .collect(joining(" "));
        return parameters.isEmpty() ? "" : " [" + parameters + "]";
    }

    /** What the method asks for, with values that mean nothing. */
    private static String parameters(HandlerMethod handler) {
        String given = Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .filter(parameter -> {
                    RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
                    return asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE);
                })
                .filter(parameter -> !Map.class.isAssignableFrom(parameter.getParameterType()))
                .map(parameter -> {
                    parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                    RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
                    String name = asked.value().isEmpty() ? parameter.getParameterName() : asked.value();
                    return name + "=" + value(name, parameter.getParameterType());
                })
                .collect(joining("&"));
        return given.isEmpty() ? "" : "?" + given;
    }

    private static String value(String name, Class<?> type) {
        if (type.equals(UUID.class)) {
            return NO_ID;
        }
        return switch (name) {
            case "file" -> "processes/self-reliance-support.bpmn";
            case "process" -> "selfRelianceSupport";
            default -> type.equals(boolean.class) ? "false" : "1";
        };
    }

    /** An empty modification changes nothing and is answered; a real one is tried. */
    private static Object body(String endpoint) {
        return endpoint.endsWith("/modification")
                ? Map.of("instructions", List.of(Map.of("type", "startBeforeActivity", "activityId", "closeCase")))
                : Map.of();
    }

    /** The engine's REST prints a stack for each call that makes no sense. */
    private static void withoutNoise(Runnable calls) {
        LoggingSystem logging = LoggingSystem.get(AccessTableTest.class.getClassLoader());
        logging.setLogLevel("org.camunda.bpm.engine.rest", LogLevel.OFF);
        try {
            calls.run();
        } finally {
            logging.setLogLevel("org.camunda.bpm.engine.rest", null);
        }
    }

    /** All doors of the engine: its REST under both of its addresses, and the same below the webapps. */
    private void engine(Map<String, String> table) {
        Set<String> rest = JerseyEndpoints.of("/engine-rest", CamundaRestResources.getResourceClasses());
        Set<String> named = new TreeSet<>(rest);
        named.removeIf(endpoint -> !endpoint.contains("/engine/{name}"));
        rest.removeAll(named);
        Set<String> webapp = JerseyEndpoints.of("/camunda/api/engine", new EngineRestApplication().getClasses());
        webapp.removeIf(endpoint -> !endpoint.contains("/engine/{name}/"));
        Set<String> plain = new TreeSet<>();
        named.forEach(endpoint -> plain.add(endpoint.replace("/engine/{name}", "")));
        assertThat(rest).as("the named engine has the same doors").containsAll(plain);

        Map<String, Set<String>> grouped = new TreeMap<>();
        rest.stream()
                .filter(endpoint -> !endpoint.startsWith("OPTIONS"))
                .forEach(endpoint -> grouped.computeIfAbsent(
                                group(endpoint) + " | " + tried(endpoint, true), first -> new TreeSet<>())
                        .add(endpoint.replaceFirst("^(\\w+) /engine-rest/[^/]+", "$1 ")));
        grouped.forEach((key, endpoints) -> {
            String[] parts = key.split(" \\| ", 2);
            table.put(parts[0] + ": " + String.join(", ", endpoints), parts[1]);
        });
        twins(named, "/engine/{name}", "/engine/default");
        twins(webapp, "/camunda/api/engine/engine/{name}", "/camunda/api/engine/engine/default");
    }

    /** {@code /engine-rest/task}: reading and everything else. */
    private static String group(String endpoint) {
        String[] parts = endpoint.split("[ /]+");
        return "/engine-rest/" + (parts.length > 2 ? parts[2] : "") + (endpoint.startsWith("GET") ? " 読む" : " 書く");
    }

    /** The same resources below another address: whoever is refused at the first door is refused at this one. */
    private void twins(Set<String> endpoints, String variable, String value) {
        Tried restricted = cases.get(2);
        endpoints.stream()
                .filter(endpoint -> endpoint.contains("/task") || endpoint.contains("/process-instance"))
                .filter(endpoint -> endpoint.startsWith("GET"))
                .forEach(endpoint -> call("saeki", endpoint.replace(variable, value), restricted, true));
    }

    /** The cell: for which kind of case who gets through. */
    private String tried(String endpoint, boolean engine) {
        boolean ofCase = endpoint.matches(
                ".*(\\{caseNumber}|\\{taskId}|/task/\\{id}.*|/(process-instance|execution)/\\{id}.*).*");
        if (!ofCase) {
            return through(endpoint, cases.get(2), engine);
        }
        return cases.stream()
                .map(one -> one.kind() + "：" + through(endpoint, one, engine))
                .collect(joining(" / "));
    }

    private String through(String endpoint, Tried one, boolean engine) {
        // reading changes nothing that another one reads; both cores of a build machine are used
        Stream<String> asked = endpoint.startsWith("GET") ? ROLES.keySet().parallelStream() : ROLES.keySet().stream();
        List<String> accounts =
                asked.filter(account -> call(account, endpoint, one, engine)).toList();
        if (endpoint.matches(".*/task/\\{id}/(claim|unclaim|assignee)")) {
            office.as(one.holder())
                    .call("POST", "/engine-rest/task/" + one.task() + "/claim", Map.of("userId", one.holder()));
        }
        return accounts.size() == ROLES.size()
                ? "全員"
                : accounts.isEmpty() ? "―" : accounts.stream().map(ROLES::get).collect(joining(" "));
    }

    private boolean call(String account, String endpoint, Tried one, boolean engine) {
        String method = endpoint.substring(0, endpoint.indexOf(' '));
        String path = filled(endpoint.replaceFirst(" \\[.*", "").substring(endpoint.indexOf(' ') + 1), one, method)
                + needed.getOrDefault(endpoint, "");
        Answer answer = sessions.get(account).call(method, path, method.matches("GET|DELETE") ? null : body(endpoint));
        checkTold(account, endpoint, answer);
        if (endpoint.equals(LOGS_OUT)) {
            sessions.put(account, office.logsIn(account));
        }
        boolean page = !engine && !method.equals("GET") && !path.startsWith("/api/");
        return answer.status() < 400 || page && !List.of(401, 403, 404).contains(answer.status());
    }

    /** Whatever the door: no name to somebody who may not read the case, and of the restricted one nothing at all. */
    private void checkTold(String account, String endpoint, Answer answer) {
        for (Tried one : cases) {
            boolean reader = one.readers().contains(account);
            String name = Map.of(0, "表甲", 1, "表乙", 2, "表丙").get(cases.indexOf(one));
            if (!reader && answer.text().contains(name)) {
                leaks.add(endpoint + " tells " + account + " the name of " + one.kind());
            }
            boolean restricted = cases.indexOf(one) == 2;
            boolean asked = endpoint.contains("{");
            // who looks whether a restricted case was opened rightly needs its number, which names nobody
            boolean audited = account.equals("kansa") && endpoint.contains(" /access-log");
            if (restricted && !reader && !asked && !audited && answer.text().contains(one.number())) {
                leaks.add(endpoint + " tells " + account + " the number of the restricted case");
            }
        }
    }

    private String filled(String path, Tried one, String method) {
        String filled = path.replace("{caseNumber}", one.number()).replace("{taskId}", one.task());
        if (filled.startsWith("/engine-rest") || filled.startsWith("/camunda")) {
            filled = filled.replaceFirst("/task/\\{id}", "/task/" + one.task())
                    .replaceFirst("/(process-instance|execution)/\\{id}", "/$1/" + one.instance())
                    .replace("{key}", method.equals("GET") ? "selfRelianceSupport" : "none");
        }
        boolean procedures = filled.contains("/procedures/");
        filled = filled.replace("/records/{id}", "/records/" + one.record())
                .replace("/conferences/{id}", "/conferences/" + meeting);
        Map<String, String> values = Map.of(
                "message", "emergencyNeeded",
                "form", "reception",
                "paper", "01-application",
                "process", "selfRelianceSupport",
                "step", "decideTriage",
                "worker", "saeki",
                "page", "record",
                "day", "2026-05-05");
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return Arrays.stream(filled.split("(?=/)"))
                .map(part -> part.replaceAll("\\{.*}", procedures ? "999999999" : NO_ID))
                .collect(joining());
    }
}
