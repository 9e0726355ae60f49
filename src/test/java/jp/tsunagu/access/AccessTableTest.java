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
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagu.access.log.Sealer;
import jp.tsunagu.oversight.Stays;
import jp.tsunagu.procedure.draft.Drafts;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.OfficeStory;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    /** Where each webapp begins; what it asks after that are doors of their own. */
    private static final List<String> PAGES_OF_WEBAPPS = Stream.of("admin", "cockpit", "tasklist", "welcome")
            .map(app -> "GET /camunda/app/" + app + "/default/")
            .toList();

    /** With one account of each role; of 相談支援員 two, as a case is the one's and not the other's. */
    static final Map<String, String> ROLES = new LinkedHashMap<>();

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

    @Autowired
    private ApplicationContext application;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Sealer sealer;

    @Autowired
    private Stays stays;

    private EngineThings things;

    private String meeting;
    private int draft;

    private final Map<String, Office.Session> sessions = new LinkedHashMap<>();
    private final List<TriedCase> cases = new ArrayList<>();
    private final List<String> leaks = Collections.synchronizedList(new ArrayList<>());

    /** Our endpoints, with the parameters that each needs. */
    private final Map<String, String> needed = new TreeMap<>();

    @Test
    void nobodyGetsThroughADoorThatIsNotMeantForThem() throws IOException {
        office.on("2026-06-15");
        ROLES.keySet().forEach(account -> sessions.put(account, office.logsIn(account)));
        things = new EngineThings(engine, database);
        cases.addAll(new ThreeCases(office, sessions, things, database).made());
        meeting = database.sql(
                        "select i.conference_id::varchar from conference_item i join support_case c on c.id = i.case_id"
                                + " where c.case_number = ?")
                .param(cases.get(0).number())
                .query(String.class)
                .single();
        draft = drafts.begin("表の確認", "表の確認", "tezuka").id();
        // the last seal can be had once there is one, and the heat's diagram once something was counted
        sealer.seal();
        stays.update();

        Map<String, String> table = new TreeMap<>();
        needed.putAll(OwnEndpoints.of(application));
        needed.keySet().forEach(endpoint -> table.put(endpoint, tried(Door.ofOurs(endpoint))));
        PAGES_OF_WEBAPPS.forEach(endpoint -> table.put(endpoint, tried(Door.ofOurs(endpoint))));
        withoutNoise(() -> {
            engine(table);
            webapps(table);
        });
        Files.createDirectories(FOUND.getParent());
        String found = table.entrySet().stream()
                .map(row -> row.getKey() + " | " + row.getValue() + "\n")
                .collect(joining());
        Files.writeString(FOUND, found);
        things.tidyUp(cases);
        assertThat(leaks).as("told to somebody who must not know").isEmpty();
        assertThat(found)
                .as("as in %s; if the change is intended, read %s and put it there", INTENDED, FOUND)
                .isEqualTo(Files.readString(INTENDED));
        assertThat(AccessTablePage.of(table, ROLES))
                .as("%s is made of the table: put in what stands in target/access-table.md", DOCUMENT)
                .isEqualTo(Files.readString(DOCUMENT));
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
        Map<String, String> cells = new TreeMap<>();
        Set<String> rest = JerseyEndpoints.of("/engine-rest", CamundaRestResources.getResourceClasses());
        rest.removeIf(endpoint -> endpoint.startsWith("OPTIONS"));
        Set<String> named = new TreeSet<>(rest);
        named.removeIf(endpoint -> !endpoint.contains("/engine/{name}"));
        rest.removeAll(named);
        rest.forEach(endpoint -> cells.put(endpoint, tried(Door.ofEngine(endpoint, "/engine-rest"))));
        grouped(cells, table);

        Set<String> webapp = JerseyEndpoints.of("/camunda/api/engine", new EngineRestApplication().getClasses());
        webapp.removeIf(endpoint -> endpoint.startsWith("OPTIONS"));
        Set<String> ofNoEngine = new TreeSet<>(webapp);
        ofNoEngine.removeIf(endpoint -> endpoint.contains("/engine/{name}"));
        webapp.removeAll(ofNoEngine);
        ofNoEngine.forEach(endpoint -> table.put(endpoint, tried(Door.ofEngine(endpoint, "/camunda/api/engine"))));
        List<String> different = new ArrayList<>();
        different.addAll(twins(named, "/engine-rest/engine/{name}", cells));
        different.addAll(twins(webapp, "/camunda/api/engine/engine/{name}", cells));
        assertThat(different).as("another address, another answer").isEmpty();
    }

    /** Doors with the same answers in one row. */
    private static void grouped(Map<String, String> cells, Map<String, String> table) {
        Map<String, Set<String>> grouped = new TreeMap<>();
        cells.forEach(
                (endpoint, cell) -> grouped.computeIfAbsent(group(endpoint) + " | " + cell, first -> new TreeSet<>())
                        .add(endpoint.replaceFirst("^(\\w+) /(engine-rest|camunda/api)/[^/]+", "$1 ")));
        grouped.forEach((key, endpoints) -> {
            String[] parts = key.split(" \\| ", 2);
            table.put(parts[0] + ": " + String.join(", ", endpoints), parts[1]);
        });
    }

    /** {@code /engine-rest/task}: reading and everything else. */
    private static String group(String endpoint) {
        Matcher start =
                Pattern.compile("(\\w+) (/(?:engine-rest|camunda/api)/[^/]+).*").matcher(endpoint);
        if (!start.matches()) {
            throw new IllegalStateException(endpoint);
        }
        return start.group(2) + (start.group(1).equals("GET") ? " 読む" : " 書く");
    }

    /** The same resources below another address have the same answers, each as every role. */
    private List<String> twins(Set<String> endpoints, String base, Map<String, String> cells) {
        List<String> different = new ArrayList<>();
        for (String endpoint : endpoints) {
            String first = endpoint.replace(base, "/engine-rest");
            String cell = tried(Door.ofEngine(endpoint, base));
            if (!cell.equals(cells.get(first))) {
                different.add(endpoint + ": " + cell + ", but first: " + cells.get(first));
            }
        }
        return different;
    }

    /** What Cockpit, Admin, Tasklist and Welcome ask beside the engine's REST, their plugins' included. */
    private void webapps(Map<String, String> table) {
        Map<String, String> cells = new TreeMap<>();
        Map.of(
                        "/camunda/api/cockpit", new CockpitApplication().getClasses(),
                        "/camunda/api/admin", new AdminApplication().getClasses(),
                        "/camunda/api/tasklist", new TasklistApplication().getClasses(),
                        "/camunda/api/welcome", new WelcomeApplication().getClasses())
                .forEach((base, classes) -> JerseyEndpoints.of(base, classes).stream()
                        .filter(endpoint -> !endpoint.startsWith("OPTIONS"))
                        .forEach(endpoint -> cells.put(endpoint, tried(Door.ofWebapp(endpoint, base)))));
        grouped(cells, table);
    }

    /** The cell: for which kind of case who gets through. */
    private String tried(Door door) {
        if (!door.isOfCase(cases.get(2))) {
            return through(door, cases.get(2));
        }
        return cases.stream().map(one -> one.kind() + "：" + through(door, one)).collect(joining(" / "));
    }

    private String through(Door door, TriedCase one) {
        if (door.isOfSpare()) {
            things.spare();
        }
        Map<String, Integer> statuses = new ConcurrentHashMap<>();
        // what changes nothing that another one meets goes side by side; both cores of a build machine are used
        Stream<String> asked = door.changesNothing() ? ROLES.keySet().parallelStream() : ROLES.keySet().stream();
        List<String> accounts = asked.filter(account -> {
                    Answer answer = call(account, door, one);
                    statuses.put(account, answer.status());
                    return door.isThrough(answer);
                })
                .toList();
        if (door.endpoint().matches(".*/task/\\{id}/(claim|unclaim|assignee)")) {
            office.as(one.holder())
                    .call("POST", "/engine-rest/task/" + one.task() + "/claim", Map.of("userId", one.holder()));
        }
        if (accounts.isEmpty()) {
            return "―" + otherwise(statuses);
        }
        return accounts.size() == ROLES.size()
                ? "全員"
                : accounts.stream().map(ROLES::get).collect(joining(" "));
    }

    /** A door that nobody gets through is shut (401, 403), or nothing is behind it. */
    private static String otherwise(Map<String, Integer> statuses) {
        String others = statuses.values().stream()
                .filter(status -> status != 401 && status != 403)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(joining("・"));
        return others.isEmpty() ? "" : "（" + others + "）";
    }

    private Answer call(String account, Door door, TriedCase one) {
        String path = door.isEngine() ? door.filled(things, one) : filled(door, one);
        Answer answer = sessions.get(account)
                .call(door.method(), path, door.method().matches("GET|DELETE") ? null : door.body(account, one));
        checkTold(account, door, path, answer);
        if (Door.LOGGING_OUT.contains(door.endpoint())) {
            sessions.put(account, office.logsIn(account));
        }
        return answer;
    }

    /** Whatever the door: no name to somebody who may not read the case, and of the restricted one nothing at all. */
    private void checkTold(String account, Door door, String path, Answer answer) {
        for (TriedCase one : cases) {
            boolean reader = one.readers().contains(account);
            if (!reader && answer.text().contains(one.person())) {
                leaks.add(door.endpoint() + " tells " + account + " the name of " + one.kind());
            }
            boolean asked = path.contains(one.number());
            // who looks whether a restricted case was opened rightly needs its number, which names nobody
            boolean audited = account.equals("kansa") && door.endpoint().contains(" /access-log");
            if (one.restricted()
                    && !reader
                    && !asked
                    && !audited
                    && answer.text().contains(one.number())) {
                leaks.add(door.endpoint() + " tells " + account + " the number of the restricted case");
            }
        }
    }

    private String filled(Door door, TriedCase one) {
        String path = door.path().replace("{caseNumber}", one.number()).replace("{taskId}", one.task());
        String none = path.contains("/procedures/") ? "999999999" : EngineThings.NO_ID;
        if (door.method().equals("GET")) {
            path = path.replaceFirst("/drafts/\\{id[^/]*", "/drafts/" + draft)
                    .replaceFirst("/attachments/\\{id}", "/attachments/" + one.scan())
                    .replaceFirst("/accounts/\\{id}", "/accounts/" + EngineThings.SPARE)
                    .replaceFirst("/checks/\\{rule:[^/]*", "/checks/never-ends");
        }
        String filled = path.replace("/records/{id}", "/records/" + one.record())
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
                        .map(part -> part.replaceAll("\\{.*}", none))
                        .collect(joining())
                + needed.getOrDefault(door.endpoint(), "");
    }
}
